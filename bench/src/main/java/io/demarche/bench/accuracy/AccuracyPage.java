package io.demarche.bench.accuracy;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The published page: what the coder gets right, beside what two readers agree on. Its text is {@code accuracy.md}. */
final class AccuracyPage {
    private static final List<String> HEADLINES = List.of(
            "pair",
            "pair+quad",
            "pair+root",
            "pair+type",
            "diplomatic",
            "ladder",
            Figures.MACRO,
            "direction errors",
            "dates exact",
            "dates within a day",
            "counts",
            "modality",
            "left alone",
            Calibration.ERROR);

    private AccuracyPage() {}

    static String render(Scorecard check, Scorecard agreed, Map<String, Scorecard> all) {
        return template()
                .replace("${articles}", String.valueOf(check.articles()))
                .replace("${agreedArticles}", String.valueOf(agreed.articles()))
                .replace("${headlines}", headlines(check, agreed))
                .replace("${types}", types(check, agreed))
                .replace("${constructions}", constructions(check))
                .replace("${calibration}", calibration(check))
                .replace("${sets}", sets(all));
    }

    private static String headlines(Scorecard check, Scorecard agreed) {
        return HEADLINES.stream()
                .filter(check.scores()::containsKey)
                .map(name -> {
                    Score score = check.scores().get(name);
                    return row(
                            name,
                            precision(score),
                            recall(score),
                            figure(score),
                            String.format(Locale.ROOT, "%.2f to %.2f", score.low(), score.high()),
                            figure(agreed.scores().get(name)));
                })
                .collect(Collectors.joining());
    }

    private static String types(Scorecard check, Scorecard agreed) {
        Map<String, Score> readers = agreed.parts(Figures.TYPE);
        return check.parts(Figures.TYPE).entrySet().stream()
                .map(entry -> {
                    Score score = entry.getValue();
                    return row(
                            entry.getKey(),
                            String.valueOf(score.tally().labelled()),
                            precision(score),
                            recall(score),
                            figure(score),
                            figure(readers.get(entry.getKey())));
                })
                .collect(Collectors.joining());
    }

    private static String constructions(Scorecard check) {
        return check.parts(Figures.CONSTRUCTION).entrySet().stream()
                .map(entry -> row(
                        entry.getKey(), String.valueOf(entry.getValue().tally().labelled()), figure(entry.getValue())))
                .collect(Collectors.joining());
    }

    private static String calibration(Scorecard check) {
        return check.bins().stream()
                .map(bin -> row(
                        String.format(Locale.ROOT, "%.1f up", bin.from()),
                        String.valueOf(bin.acts()),
                        String.format(Locale.ROOT, "%.2f", bin.confidence()),
                        String.format(Locale.ROOT, "%.2f", bin.right())))
                .collect(Collectors.joining());
    }

    private static String sets(Map<String, Scorecard> all) {
        return all.values().stream()
                .map(card -> row(
                        card.set(),
                        String.valueOf(card.articles()),
                        figure(card.scores().get("pair")),
                        figure(card.scores().get("pair+root")),
                        figure(card.scores().get("pair+type"))))
                .collect(Collectors.joining());
    }

    private static String precision(Score score) {
        return score.scale() == Figure.Scale.F1
                ? String.format(Locale.ROOT, "%.2f", score.tally().precision())
                : "";
    }

    private static String recall(Score score) {
        return score.scale() == Figure.Scale.F1
                ? String.format(Locale.ROOT, "%.2f", score.tally().recall())
                : "";
    }

    private static String figure(@Nullable Score score) {
        return score == null || score.tally().labelled() + score.tally().coded() == 0
                ? ""
                : String.format(Locale.ROOT, "%.2f", score.value());
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String template() {
        try (InputStream in = AccuracyPage.class.getResourceAsStream("accuracy.md")) {
            if (in == null) {
                throw new DemarcheException("accuracy.md: is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DemarcheException("accuracy.md: cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
