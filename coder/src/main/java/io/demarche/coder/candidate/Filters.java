package io.demarche.coder.candidate;

import io.demarche.coder.lexicon.Drop;
import java.util.List;
import java.util.Optional;

/**
 * Rules that take candidates out, in their order. The first that objects decides; all can be asked, for what a rule objects to
 * tells something even where another rule, or a model, decides.
 *
 * @param all the rules
 */
public record Filters(List<Filter> all) {
    /** One rule. */
    @FunctionalInterface
    public interface Filter {
        /** Why the candidate is no act; empty where this rule has nothing against it. */
        Optional<Drop> objection(Candidate candidate, Reading reading);
    }

    /** The candidate, taken out where a rule objects. */
    Candidate apply(Candidate candidate, Reading reading) {
        for (Filter filter : all) {
            Optional<Drop> objection = filter.objection(candidate, reading);
            if (objection.isPresent()) {
                return candidate.dropped(objection.get());
            }
        }
        return candidate;
    }

    /** What each rule objects to in the candidate, in their order. */
    public List<Drop> objections(Candidate candidate, Reading reading) {
        return all.stream()
                .flatMap(filter -> filter.objection(candidate, reading).stream())
                .toList();
    }
}
