package io.demarche.bench.accuracy;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores as JSON, rounded so that files can be compared. */
final class ScoreJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DIGITS = 4;

    private ScoreJson() {}

    static void write(Path file, String coderVersion, Collection<Scorecard> cards) {
        ObjectNode root = JSON.createObjectNode().put("coderVersion", coderVersion);
        ObjectNode sets = root.putObject("sets");
        for (Scorecard card : cards) {
            ObjectNode set = sets.putObject(card.set()).put("articles", card.articles());
            ObjectNode figures = set.putObject("figures");
            card.scores().values().forEach(score -> write(figures.putObject(score.name()), score));
            ArrayNode bins = set.putArray("calibration");
            card.bins()
                    .forEach(bin -> bins.addObject()
                            .put("from", round(bin.from()))
                            .put("acts", bin.acts())
                            .put("confidence", round(bin.confidence()))
                            .put("right", round(bin.right())));
        }
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        try {
            Files.writeString(file, JSON.writer(printer).writeValueAsString(root) + "\n");
        } catch (IOException e) {
            throw new DemarcheException(file + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    /** The scores of one set in a file. */
    static Scorecard read(Path file, String set) {
        JsonNode root;
        try {
            root = JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new DemarcheException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
        JsonNode read = root.path("sets").path(set);
        if (read.isMissingNode()) {
            throw new DemarcheException(file + ": holds no scores of " + set);
        }
        Map<String, Score> scores = new LinkedHashMap<>();
        read.path("figures").properties().forEach(entry -> scores.put(entry.getKey(), score(entry)));
        return new Scorecard(set, read.path("articles").asInt(), scores, List.of());
    }

    private static void write(ObjectNode node, Score score) {
        node.put("scale", score.scale().name())
                .put("value", round(score.value()))
                .put("standardError", round(score.standardError()))
                .put("low", round(score.low()))
                .put("high", round(score.high()));
        if (score.scale() == Figure.Scale.F1) {
            node.put("precision", round(score.tally().precision()))
                    .put("recall", round(score.tally().recall()));
        }
        node.put("right", score.tally().right())
                .put("coded", score.tally().coded())
                .put("labelled", score.tally().labelled());
    }

    private static Score score(Map.Entry<String, JsonNode> entry) {
        JsonNode node = entry.getValue();
        return new Score(
                entry.getKey(),
                Figure.Scale.valueOf(node.path("scale").asText()),
                node.path("value").asDouble(),
                node.path("standardError").asDouble(),
                node.path("low").asDouble(),
                node.path("high").asDouble(),
                new Tally(
                        node.path("right").asInt(),
                        node.path("coded").asInt(),
                        node.path("labelled").asInt()));
    }

    private static BigDecimal round(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
