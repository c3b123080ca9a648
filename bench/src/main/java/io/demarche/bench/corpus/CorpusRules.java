package io.demarche.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.coder.lexicon.Table;
import io.demarche.schemas.DemarcheException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold for one labelled article. */
final class CorpusRules {
    private final Set<String> parties;
    private final Set<String> codes;
    private final Set<String> tags;
    private final Set<String> constructions;
    private final Set<String> modalities;
    private final Set<String> voices;
    private final LabelTypes types;

    /**
     * @param schema the JSON Schema of the articles, whose lists of tags count
     * @param voices the names of the voices
     * @param types the types
     */
    CorpusRules(JsonNode schema, Set<String> voices, LabelTypes types) {
        this.parties = new HashSet<>(column("/io/demarche/coder/lexicon/states.tsv"));
        // East Germany is a state of its own in the labels; the lexicon has it under its successor.
        parties.addAll(List.of("EU", "DDR"));
        this.codes = column("/io/demarche/coder/codebook/cameo.tsv");
        this.tags = choices(schema, "/properties/passages/items/properties/tag/enum");
        this.constructions = choices(schema, "/$defs/event/properties/constructions/items/enum");
        this.modalities = choices(schema, "/$defs/event/properties/modality/enum");
        this.voices = voices;
        this.types = types;
    }

    /** Tells each fault of an article of ours. */
    void check(CorpusArticle article, Consumer<String> faults) {
        if (!voices.contains(article.voice())) {
            faults.accept("voice " + article.voice() + " is not in voices.tsv");
        }
        if (!article.kind().equals(article.computedKind())) {
            faults.accept("kind is " + article.kind() + ", by its labels it is " + article.computedKind());
        }
        if (day(article.published()) == null) {
            faults.accept("published " + article.published() + " is no day");
        }
        for (Passage passage : article.passages()) {
            tag(passage, faults);
            quoted(passage.span(), passage.quote(), article, faults);
        }
        check(article, article.acts(), faults);
    }

    /** Tells each fault of acts that were labelled in an article of ours. */
    void check(CorpusArticle article, List<LabelledAct> acts, Consumer<String> faults) {
        for (LabelledAct act : acts) {
            Consumer<String> ofAct = fault -> faults.accept(act.type() + " \"" + act.quote() + "\": " + fault);
            check(act, ofAct);
            dated(act, article.published(), ofAct);
            boolean inTitle = act.quoteStart() < 0;
            int start = inTitle ? article.title().indexOf(act.quote()) : act.quoteStart();
            Span quote = new Span(start, start + act.quote().length(), inTitle);
            quoted(quote, act.quote(), article, ofAct);
            if (act.trigger().inTitle() != inTitle
                    || act.trigger().start() < quote.start()
                    || act.trigger().end() > quote.end()
                    || act.trigger().start() >= act.trigger().end()) {
                ofAct.accept("its trigger does not lie within the quote");
            }
            fits(act.sourceMention(), "source", article, ofAct);
            fits(act.targetMention(), "target", article, ofAct);
        }
    }

    /** Tells each fault of the labels of a real article that shows without its text. */
    void check(WireArticle article, Consumer<String> faults) {
        article.passages().forEach(passage -> tag(passage, faults));
        for (LabelledAct act : article.acts()) {
            Consumer<String> ofAct = fault -> faults.accept(act.type() + " at " + act.quoteStart() + ": " + fault);
            check(act, ofAct);
            if (!article.publishedRough()) {
                dated(act, article.published(), ofAct);
            }
            if (act.trigger().start() >= act.trigger().end()) {
                ofAct.accept("its trigger is empty");
            }
        }
    }

    private void check(LabelledAct act, Consumer<String> faults) {
        if (!parties.contains(act.source()) || !parties.contains(act.target())) {
            faults.accept(act.source() + ">" + act.target() + " holds a code that states.tsv does not have");
        }
        if (act.source().equals(act.target())) {
            faults.accept("source and target are the same");
        }
        if (!types.knows(act.type())) {
            faults.accept("no such type");
        }
        if (!codes.contains(act.cameo())) {
            faults.accept("CAMEO has no code " + act.cameo());
        }
        if (!modalities.contains(act.modality())) {
            faults.accept("no such modality: " + act.modality());
        }
        for (String construction : act.constructions()) {
            if (!constructions.contains(construction)) {
                faults.accept("no such construction: " + construction);
            }
        }
    }

    private static void dated(LabelledAct act, String published, Consumer<String> faults) {
        String date = act.date();
        if (date == null) {
            if (act.datePrecision() != null) {
                faults.accept("has a precision, but no date");
            }
            return;
        }
        if (!precision(date).equals(act.datePrecision())) {
            faults.accept("date " + date + " does not have the precision " + act.datePrecision());
        } else if (date.compareTo(published.substring(0, Math.min(date.length(), published.length()))) > 0) {
            faults.accept("date " + date + " lies after publication on " + published);
        }
    }

    private static String precision(String date) {
        try {
            return switch (date.length()) {
                case 4 -> Integer.parseInt(date) > 0 ? "YEAR" : "";
                case 7 -> YearMonth.parse(date).getYear() > 0 ? "MONTH" : "";
                default -> day(date) == null ? "" : "DAY";
            };
        } catch (DateTimeException | NumberFormatException e) {
            return "";
        }
    }

    private static @Nullable LocalDate day(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void tag(Passage passage, Consumer<String> faults) {
        if (!tags.contains(passage.tag())) {
            faults.accept("no such tag of a passage: " + passage.tag());
        }
    }

    private static void quoted(Span span, String quote, CorpusArticle article, Consumer<String> faults) {
        if (!span.fits(article.title(), article.text())
                || !span.of(article.title(), article.text()).equals(quote)) {
            int start = article.text().indexOf(quote);
            faults.accept("\"" + quote + "\" does not stand at " + span.start()
                    + (start < 0 ? "" : "; in the text it stands at " + start));
        }
    }

    private static void fits(@Nullable Span mention, String side, CorpusArticle article, Consumer<String> faults) {
        if (mention != null && !mention.fits(article.title(), article.text())) {
            faults.accept("the mention of its " + side + " lies outside of the article");
        }
    }

    private static Set<String> column(String resource) {
        return Table.resource(resource).rows().stream()
                .map(row -> row.required("code"))
                .collect(Collectors.toSet());
    }

    private static Set<String> choices(JsonNode schema, String path) {
        Set<String> choices = new HashSet<>();
        schema.at(path).forEach(choice -> choices.add(choice.asText()));
        if (choices.isEmpty()) {
            throw new DemarcheException("schema.json: nothing to choose from at " + path);
        }
        return choices;
    }
}
