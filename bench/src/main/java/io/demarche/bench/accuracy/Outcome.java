package io.demarche.bench.accuracy;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An article, what it says and what was made of it.
 *
 * @param voice whose hand wrote it; empty where there is none
 * @param id the article's
 * @param labelled the acts that it tells
 * @param coded the acts that the coder, or a second reader, found
 * @param quiet whether it tells no act at all, not even one with an organisation
 */
record Outcome(String voice, String id, List<Act> labelled, List<Act> coded, boolean quiet) {
    /** What is counted when the acts are compared by a key: an act that is told or found twice counts once. */
    Tally compare(Function<Act, String> key, Predicate<Act> wanted) {
        Set<String> firm = keys(labelled, key, wanted.and(act -> !act.doubtful()));
        Set<String> found = keys(coded, key, wanted.and(act -> !act.doubtful()));
        Set<String> doubted = keys(coded, key, wanted.and(Act::doubtful));
        Set<String> doubtful = keys(labelled, key, act -> true);
        doubtful.removeAll(keys(labelled, key, act -> !act.doubtful() && wanted.test(act)));
        doubted.removeAll(found);
        int right = (int) firm.stream().filter(found::contains).count();
        found.removeAll(doubtful);
        firm.removeAll(doubted);
        return new Tally(right, found.size(), firm.size());
    }

    /** The coded acts that are the same as this one by sides and type. */
    List<Act> hits(Act act) {
        return coded.stream()
                .filter(other -> other.pairType().equals(act.pairType()))
                .toList();
    }

    List<Act> firm() {
        return labelled.stream().filter(act -> !act.doubtful()).toList();
    }

    static Set<String> keys(List<Act> acts, Function<Act, String> key, Predicate<Act> wanted) {
        return acts.stream().filter(wanted).map(key).collect(Collectors.toSet());
    }
}
