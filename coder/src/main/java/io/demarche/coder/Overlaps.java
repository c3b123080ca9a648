package io.demarche.coder;

import io.demarche.avro.EventType;
import io.demarche.coder.Composer.Outcome;
import io.demarche.coder.act.Match;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Words;
import io.demarche.coder.context.Standing;
import io.demarche.coder.lexicon.Stance;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which matches of a sentence tell the same act, so that it is coded once. */
final class Overlaps {
    private static final Set<String> OPEN_CODES = Set.of("100", "020", "112", "030", "130", "120", "012", "013", "014");
    private static final String COMMENTS = "01";
    private static final Set<String> HARM = Set.of("162", "163", "17", "18", "19", "20");
    private static final Set<Stance> SAME_SIDE =
            EnumSet.of(Stance.DECIDE, Stance.INTEND, Stance.THREATEN, Stance.REFUSE);

    private final SentenceAnalysis analysis;

    Overlaps(SentenceAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Whether the code is that of a mere demand, intent, refusal or charge, which what hangs on it makes more exact. */
    static boolean isOpen(String code) {
        return OPEN_CODES.contains(code);
    }

    /** Why the match is no act of its own; null where it is one. */
    @Nullable
    String reason(int i, List<Outcome> outcomes) {
        if (isOfAnother(i, outcomes)) {
            return "another side's act, which is turned down or awaited";
        }
        if (isAnticipated(i, outcomes)) {
            return "said by what follows";
        }
        return isPartOfAnother(i, outcomes) ? "part of another act" : null;
    }

    /** "rejected France's decision to leave": whoever rejects is not who leaves, so that the rejection is the act. */
    private boolean isOfAnother(int i, List<Outcome> outcomes) {
        if (outcomes.get(i).acts().isEmpty()) {
            return false;
        }
        for (int k = 0; k < outcomes.size(); k++) {
            if (k != i
                    && !outcomes.get(k).acts().isEmpty()
                    && analysis.stances()
                                    .stance(analysis.matches().get(k).token())
                                    .orElse(null)
                            == Stance.REFUSE
                    && analysis.standings()
                            .get(i)
                            .isUnder(analysis.matches().get(k).token())
                    && sources(outcomes.get(k)).stream().noneMatch(sources(outcomes.get(i))::contains)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> sources(Outcome outcome) {
        Set<String> codes = new HashSet<>();
        for (Act act : outcome.acts()) {
            Party source = act.source();
            codes.add(source.code());
        }
        return codes;
    }

    /** "agreed to sign": the agreement is coded by the signing, where that has both sides. */
    private boolean isAnticipated(int i, List<Outcome> outcomes) {
        Match match = analysis.matches().get(i);
        if (analysis.tree().tag(match.token()).equals("MD")) {
            int verb = analysis.tree().head(match.token());
            for (int k = 0; k < outcomes.size(); k++) {
                if (analysis.matches().get(k).token() == verb
                        && !outcomes.get(k).acts().isEmpty()) {
                    return true;
                }
            }
            return false;
        }
        Stance stance = analysis.stances().stance(match.token()).orElse(null);
        if (stance == null
                || !SAME_SIDE.contains(stance)
                || outcomes.get(i).acts().isEmpty()
                || isClosed(outcomes.get(i))) {
            return false;
        }
        for (int k = 0; k < outcomes.size(); k++) {
            if (k != i
                    && !outcomes.get(k).acts().isEmpty()
                    && analysis.standings().get(k).isUnder(match.token())
                    && !isOfAnother(k, outcomes)) {
                return true;
            }
        }
        return false;
    }

    /** "suspended the talks", "signed an agreement to supply tanks": the noun, or what was agreed, belongs to the verb's act. */
    private boolean isPartOfAnother(int i, List<Outcome> outcomes) {
        boolean noun = analysis.matches().get(i).noun();
        int token = analysis.matches().get(i).token();
        boolean either = token > 0
                && analysis.tree().label(token).equals("conj")
                && analysis.tree().form(token - 1).equals("or"); // "killed or wounded"
        for (int k = 0; k < outcomes.size(); k++) {
            if (either
                    && !outcomes.get(k).acts().isEmpty()
                    && analysis.tree().head(token) == analysis.matches().get(k).token()) {
                return true;
            }
            if (k != i
                    && isClosed(outcomes.get(k))
                    && !analysis.matches().get(k).noun()
                    && (noun || isAgreed(outcomes.get(k)) && isHeldOut(i))
                    && analysis.standings()
                            .get(i)
                            .isUnder(analysis.matches().get(k).token())) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeldOut(int i) {
        return analysis.standings().get(i).shifts().contains(Stance.INTEND);
    }

    private static boolean isAgreed(Outcome outcome) {
        return outcome.acts().get(0).type() == EventType.AGREED;
    }

    /** Whether the match was coded as its rule says, not by what hangs on it. */
    private static boolean isClosed(Outcome outcome) {
        return !outcome.acts().isEmpty()
                && !OPEN_CODES.contains(outcome.acts().get(0).match().rule().cameo());
    }

    /** "hopes that Chile will find a date for the visit": what another is to do is no intent of whoever hopes. */
    private static boolean isOfAnotherSubject(SentenceAnalysis analysis, Standing standing, int act, int hope) {
        Stance stance = analysis.stances().stance(hope).orElse(Stance.DO);
        return stance == Stance.INTEND
                && (standing.background()
                        || isComment(analysis, hope) && isNamedSubject(analysis, act)
                        || standing.steps().stream()
                                .takeWhile(step -> step.token() != hope)
                                .map(step -> analysis.tree().child(step.token(), "nsubj"))
                                .anyMatch(subject -> subject >= 0 && !Words.isPronoun(analysis.tree(), subject)));
    }

    /** "refused to cut aid": whether what the trigger governs would harm the other side. */
    static boolean isOfHarm(SentenceAnalysis analysis, int i) {
        int token = analysis.matches().get(i).token();
        for (int k = 0; k < analysis.matches().size(); k++) {
            Standing standing = analysis.standings().get(k);
            if (k != i
                    && !standing.steps().isEmpty()
                    && standing.steps().get(0).token() == token
                    && standing.dropped() == null
                    && !standing.background()
                    && HARM.stream().anyMatch(analysis.matches().get(k).rule().cameo()::startsWith)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isComment(SentenceAnalysis analysis, int token) {
        return analysis.matches().stream()
                .anyMatch(match -> match.token() == token && match.rule().root().equals(COMMENTS));
    }

    private static boolean isNamedSubject(SentenceAnalysis analysis, int act) {
        int subject = analysis.tree().child(act, "nsubj");
        return subject >= 0 && !Words.isPronoun(analysis.tree(), subject);
    }

    /** The code of what the trigger asks, intends, refuses or alleges: that of the nearest match under it. */
    static Optional<String> content(SentenceAnalysis analysis, int i) {
        int token = analysis.matches().get(i).token();
        int fewest = Integer.MAX_VALUE;
        String code = null;
        for (int k = 0; k < analysis.matches().size(); k++) {
            Standing standing = analysis.standings().get(k);
            if (k != i
                    && standing.isUnder(token)
                    && !Presuppositions.has(analysis, k)
                    && !isOfAnotherSubject(
                            analysis, standing, analysis.matches().get(k).token(), token)
                    && standing.steps().size() < fewest) {
                fewest = standing.steps().size();
                code = analysis.matches().get(k).rule().cameo();
            }
        }
        return Optional.ofNullable(code);
    }
}
