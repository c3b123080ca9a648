package io.demarche.tension.links;

import io.demarche.avro.LinkBasis;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.rules.Ruleset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which act answers which. In the order of acts, each takes the latest unanswered act of the other side that it can
 * answer: by the text's own word first, then by the same class, then by a neighbouring one. An act is answered at most
 * once by each class, so that a word of protest does not use up what an expulsion answers; a neighbouring class takes
 * only what nobody has answered at all. Where the text names no class, the same class is taken before a neighbouring one,
 * and that before any other.
 */
public final class Reciprocity {
    private final Ruleset.Links rules;

    public Reciprocity(Ruleset.Links rules) {
        this.rules = rules;
    }

    /** The links by id of the answering act, in the order of the acts given, which is {@link Act#ORDER}. */
    public Map<String, Link> link(List<Act> acts) {
        Map<String, Link> links = new LinkedHashMap<>();
        Ledger ledger = new Ledger();
        for (Act act : acts) {
            if (!act.links()) {
                continue;
            }
            Link link = answer(act, ledger.latestFirst(), ledger);
            if (link != null) {
                links.put(act.id(), link);
                ledger.answered(link.to(), act);
            }
            ledger.acts.add(act);
        }
        return links;
    }

    /** What has happened so far, and what of it was answered. */
    private static final class Ledger implements Answers {
        private final List<Act> acts = new ArrayList<>();
        private final Set<String> answeredByClass = new HashSet<>();
        private final Set<String> answeredAtAll = new HashSet<>();

        private Iterable<Act> latestFirst() {
            return () -> new Iterator<>() {
                private int next = acts.size() - 1;

                @Override
                public boolean hasNext() {
                    return next >= 0;
                }

                @Override
                public Act next() {
                    if (next < 0) {
                        throw new NoSuchElementException();
                    }
                    return acts.get(next--);
                }
            };
        }

        void answered(Act act, Act by) {
            answeredByClass.add(act.id() + by.kind().linkClass());
            answeredAtAll.add(act.id());
        }

        @Override
        public boolean isAnsweredInKind(Act act, Act by) {
            return answeredByClass.contains(act.id() + by.kind().linkClass());
        }

        @Override
        public boolean isAnswered(Act act, Act by) {
            return answeredAtAll.contains(act.id());
        }
    }

    /** Which acts were answered by what came before another act. */
    interface Answers {
        /** Whether an act was answered, before this one, by an act of this one's class. */
        boolean isAnsweredInKind(Act act, Act by);

        /** Whether an act was answered before this one. */
        boolean isAnswered(Act act, Act by);
    }

    /** The most days that lie between an act and its answer. */
    int reach() {
        return Math.max(rules.textDays(), Math.max(rules.sameClassDays(), rules.neighbourDays()));
    }

    /**
     * What an act answers.
     *
     * @param earlier what came before it and can be answered, latest first
     */
    @Nullable
    Link answer(Act act, Iterable<Act> earlier, Answers answers) {
        Act same = null;
        Act near = null;
        Act any = null;
        for (Act before : earlier) {
            if (act.date() - before.date() > reach()) {
                break;
            }
            if (before.source().equals(act.source()) || answers.isAnsweredInKind(before, act)) {
                continue;
            }
            boolean sameClass = before.kind().linkClass().equals(act.kind().linkClass());
            boolean nearClass =
                    !sameClass && before.kind().nearby() && act.kind().nearby();
            same = same == null && sameClass ? before : same;
            near = near == null && nearClass && !answers.isAnswered(before, act) ? before : near;
            any = any == null ? before : any;
            if (same != null && (act.reciprocal() || within(rules.sameClassDays(), same, act))) {
                break; // nothing earlier is preferred to it
            }
        }
        if (act.reciprocal()) {
            for (Act before : new @Nullable Act[] {same, near, any}) {
                if (before != null && within(rules.textDays(), before, act)) {
                    return new Link(act, before, LinkBasis.TEXT, rules.textConfidence());
                }
            }
        }
        if (same != null && within(rules.sameClassDays(), same, act)) {
            return new Link(act, same, LinkBasis.SAME_CLASS, act.kind().linkConfidence());
        }
        if (near != null && within(rules.neighbourDays(), near, act)) {
            return new Link(act, near, LinkBasis.NEIGHBOURING_CLASS, rules.neighbourConfidence());
        }
        return null;
    }

    private static boolean within(int days, Act before, Act act) {
        return act.date() - before.date() <= days;
    }
}
