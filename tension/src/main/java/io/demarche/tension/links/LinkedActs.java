package io.demarche.tension.links;

import io.demarche.tension.evidence.Act;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Acts and what answers what, kept up to date act by act: only what a changed act can have changed is linked anew, in the
 * order of acts, and what that changes in turn.
 */
public final class LinkedActs implements Reciprocity.Answers {
    private final Reciprocity reciprocity;
    private final Map<String, Act> acts = new HashMap<>();
    private final NavigableMap<Integer, TreeSet<Act>> linking = new TreeMap<>();
    private final Map<String, Link> links = new HashMap<>();
    private final Map<String, Map<String, Act>> answers = new HashMap<>();
    private final TreeSet<Act> queue = new TreeSet<>(Act.ORDER);
    private final Set<String> relinked = new HashSet<>();

    public LinkedActs(Reciprocity reciprocity) {
        this.reciprocity = reciprocity;
    }

    public Map<String, Link> links() {
        return links;
    }

    @Nullable
    public Act act(String id) {
        return acts.get(id);
    }

    /** Changes acts: by id, null where the act is gone. Returns the ids of the acts whose links are no longer the same. */
    public Set<String> change(Map<String, @Nullable Act> changes) {
        relinked.clear();
        queue.clear();
        List<Act> disturbed = new ArrayList<>();
        changes.forEach((id, now) -> {
            Act before = now == null ? acts.remove(id) : acts.put(id, now);
            if (before != null && before.links()) {
                TreeSet<Act> day = linking.get(before.date());
                if (day != null && day.remove(before) && day.isEmpty()) {
                    linking.remove(before.date());
                }
            }
            if (now != null && now.links()) {
                linking.computeIfAbsent(now.date(), date -> new TreeSet<>(Act.ORDER))
                        .add(now);
            }
            if (before != null && now != null && alike(before, now)) {
                refresh(now);
                return;
            }
            if (before != null) {
                Link link = links.get(id);
                set(id, null);
                disturbed.add(before);
                if (link != null) {
                    disturbed.add(link.to());
                }
            }
            if (now != null) {
                disturbed.add(now);
                queue.add(now);
                refresh(now);
            }
        });
        disturbed.forEach(this::disturb);
        while (!queue.isEmpty()) {
            relink(Objects.requireNonNull(queue.pollFirst()));
        }
        return Set.copyOf(relinked);
    }

    private void relink(Act act) {
        if (acts.get(act.id()) != act) {
            return;
        }
        Link before = links.get(act.id());
        Link now = act.links() ? reciprocity.answer(act, () -> earlier(act), this) : null;
        if (before == null ? now == null : now != null && same(before, now)) {
            return;
        }
        set(act.id(), now);
        for (Link link : new @Nullable Link[] {before, now}) {
            if (link != null) {
                disturbAfter(link.to(), act);
            }
        }
    }

    private static boolean same(Link a, Link b) {
        return a.to() == b.to()
                && a.basis() == b.basis()
                && a.confidence() == b.confidence()
                && a.answer() == b.answer();
    }

    private void set(String id, @Nullable Link link) {
        Link before = link == null ? links.remove(id) : links.put(id, link);
        if (before != null) {
            Map<String, Act> own = answers.get(before.to().id());
            if (own != null && own.remove(id) != null && own.isEmpty()) {
                answers.remove(before.to().id());
            }
        }
        if (link != null) {
            answers.computeIfAbsent(link.to().id(), to -> new HashMap<>()).put(id, link.answer());
        }
        relinked.add(id);
    }

    /** Puts an act into the links in the place of what was known of it. */
    private void refresh(Act act) {
        Link own = links.get(act.id());
        if (own != null) {
            set(act.id(), new Link(act, own.to(), own.basis(), own.confidence()));
        }
        for (String answer :
                List.copyOf(answers.getOrDefault(act.id(), Map.of()).keySet())) {
            Link link = Objects.requireNonNull(links.get(answer));
            set(answer, new Link(link.answer(), act, link.basis(), link.confidence()));
        }
    }

    private static boolean alike(Act a, Act b) {
        return a.links() == b.links()
                && a.reciprocal() == b.reciprocal()
                && a.firstReported().equals(b.firstReported());
    }

    private void disturb(Act act) {
        visit(act, any -> true);
    }

    private void disturbAfter(Act act, Act after) {
        visit(act, later -> Act.ORDER.compare(later, after) > 0);
    }

    private void visit(Act act, Predicate<Act> which) {
        for (TreeSet<Act> day : linking.subMap(act.date(), true, act.date() + reciprocity.reach(), true)
                .values()) {
            for (Act later : day) {
                if (!later.source().equals(act.source()) && bearsOn(act, later) && which.test(later)) {
                    queue.add(later);
                }
            }
        }
    }

    /** Whether what one act is can bear on what another answers. */
    private boolean bearsOn(Act act, Act later) {
        if (later.reciprocal()) {
            return true;
        }
        boolean sameClass = act.kind().linkClass().equals(later.kind().linkClass());
        return sameClass || act.kind().nearby() && later.kind().nearby();
    }

    private Iterator<Act> earlier(Act act) {
        return new Earlier(
                linking.subMap(act.date() - reciprocity.reach(), true, act.date(), true)
                        .descendingMap()
                        .values()
                        .iterator(),
                act);
    }

    /** What came before an act, latest first, as far as it is asked for. */
    private static final class Earlier implements Iterator<Act> {
        private final Iterator<TreeSet<Act>> days;
        private final Act act;
        private Iterator<Act> day = Collections.emptyIterator();
        private @Nullable Act next;

        Earlier(Iterator<TreeSet<Act>> days, Act act) {
            this.days = days;
            this.act = act;
            this.next = find();
        }

        private @Nullable Act find() {
            while (true) {
                while (day.hasNext()) {
                    Act before = day.next();
                    if (Act.ORDER.compare(before, act) < 0) {
                        return before;
                    }
                }
                if (!days.hasNext()) {
                    return null;
                }
                day = days.next().descendingIterator();
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Act next() {
            Act found = next;
            if (found == null) {
                throw new NoSuchElementException();
            }
            next = find();
            return found;
        }
    }

    private Collection<Act> answersTo(Act act) {
        return answers.getOrDefault(act.id(), Map.of()).values();
    }

    @Override
    public boolean isAnsweredInKind(Act act, Act by) {
        for (Act answer : answersTo(act)) {
            if (answer.kind().linkClass().equals(by.kind().linkClass()) && Act.ORDER.compare(answer, by) < 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isAnswered(Act act, Act by) {
        return answersTo(act).stream().anyMatch(answer -> Act.ORDER.compare(answer, by) < 0);
    }
}
