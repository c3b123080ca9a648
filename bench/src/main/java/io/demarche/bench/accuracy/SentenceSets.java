package io.demarche.bench.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.bench.corpus.OthersTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The older sets of labelled sentences, where they lie beside the project. They carry CAMEO codes and no types, and mostly
 * the main act alone, so that precision is understated; where one pair is marked, only recall means anything.
 */
final class SentenceSets {
    private static final Set<String> ORGANISATIONS =
            Set.of("IGO", "NGO", "IMG", "INT", "MNC", "UIS", "NGM", "EU", "UN", "NATO", "EUR", "UNO", "NAT");
    /** States of the past, which the coder knows by their successors, and spellings of other codebooks. */
    private static final Map<String, String> CODES = Map.of(
            "SUN", "RUS", "YUG", "SRB", "SCG", "SRB", "CSK", "CZE", "DDR", "DEU", "GMY", "DEU", "ROM", "ROU", "ZAR",
            "COD", "TMP", "TLS");

    private static final String NOBODY = "---";
    /** Between the roots that fit a marked pair. */
    private static final String OR = "|";

    private final OthersTexts others;

    SentenceSets(OthersTexts others) {
        this.others = others;
    }

    Map<String, List<LabelledArticle>> sets() {
        Map<String, List<LabelledArticle>> sets = new LinkedHashMap<>();
        for (Path file : others.sentences()) {
            List<LabelledArticle> sentences = new ArrayList<>();
            OthersTexts.each(file, node -> sentences.add(sentence(node)));
            sets.put(file.getFileName().toString().replace(".jsonl", ""), List.copyOf(sentences));
        }
        return sets;
    }

    /** What can be said of a set of sentences: where one pair is marked and several roots fit it, whether it was found. */
    static List<Figure> figures(List<LabelledArticle> sentences) {
        boolean marked = sentences.stream()
                .flatMap(sentence -> sentence.acts().stream())
                .anyMatch(act -> act.root().contains(OR));
        return marked
                ? List.of(
                        Figure.share("marked pairs", outcome -> marked(outcome, false)),
                        Figure.share("marked pairs, root fits", outcome -> marked(outcome, true)))
                : List.of(
                        Figure.f1("pair", outcome -> outcome.compare(Act::pair, act -> true)),
                        Figure.f1("pair+root", outcome -> outcome.compare(Act::pairRoot, act -> true)));
    }

    private static LabelledArticle sentence(JsonNode node) {
        List<Act> acts = new ArrayList<>();
        for (JsonNode event : node.path("events")) {
            String source = state(event.path("source").asText(""));
            String target = state(event.path("target").asText(""));
            String roots;
            if (event.has("roots")) {
                List<String> all = new ArrayList<>();
                event.path("roots").forEach(root -> all.add(Act.root(root.asText())));
                roots = String.join(OR, all);
            } else {
                roots = Act.root(event.path("cameo").asText(""));
            }
            if (!source.equals(NOBODY) && !target.equals(NOBODY) && !source.equals(target) && !roots.isEmpty()) {
                acts.add(new Act(source, target, "", roots, null, null, "", false, 1, List.of(), ""));
            }
        }
        return new LabelledArticle(
                "",
                LabelledArticle.article(
                        node.path("id").asText(),
                        node.path("published").asText(),
                        "",
                        node.path("text").asText()),
                acts);
    }

    private static Tally marked(Outcome outcome, boolean root) {
        Set<String> coded = Outcome.keys(outcome.coded(), root ? Act::pairRoot : Act::pair, act -> true);
        Set<String> labelled = Outcome.keys(outcome.labelled(), Act::pairRoot, act -> true);
        int found = 0;
        for (String key : labelled) {
            int space = key.indexOf(' ');
            String pair = key.substring(0, space);
            boolean hit = root
                    ? List.of(key.substring(space + 1).split(Pattern.quote(OR))).stream()
                            .anyMatch(one -> coded.contains(pair + ' ' + one))
                    : coded.contains(pair);
            found += hit ? 1 : 0;
        }
        return new Tally(found, labelled.size(), labelled.size());
    }

    private static String state(String code) {
        String three = code.substring(0, Math.min(3, code.length()));
        if (three.length() < 3
                || three.equals(NOBODY)
                || ORGANISATIONS.contains(code)
                || ORGANISATIONS.contains(three)) {
            return NOBODY;
        }
        return CODES.getOrDefault(three, three);
    }
}
