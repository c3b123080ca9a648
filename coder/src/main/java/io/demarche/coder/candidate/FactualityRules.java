package io.demarche.coder.candidate;

import io.demarche.coder.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the words around each trigger of a sentence make of its act: whether it was done, and which code that leaves. */
public final class FactualityRules {
    private final Filters filters;
    private final ActCodes codes;

    public FactualityRules(Lexicon lexicon) {
        List<Filters.Filter> all = new ArrayList<>();
        all.add((candidate, reading) ->
                Optional.ofNullable(candidate.factuality().dropped()));
        all.addAll(FilterTable.load(lexicon.cues()).of(FilterTable.Stage.STANCE).all());
        this.filters = new Filters(List.copyOf(all));
        this.codes = new ActCodes(lexicon.shifts());
    }

    /** The rules that take candidates out, each to be asked alone as well. */
    public Filters filters() {
        return filters;
    }

    /** The sentence with the factuality of each candidate, those taken out that were not done. */
    public Reading apply(Reading reading) {
        Reading read = reading.withCandidates(reading.candidates().stream()
                .map(each -> each.with(reading.stances().read(each.trigger().token())))
                .toList());
        return read.mapLive(each -> filters.apply(each, read).unlessDropped(left -> codes.apply(left, read)));
    }
}
