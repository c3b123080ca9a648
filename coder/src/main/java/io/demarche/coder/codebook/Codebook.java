package io.demarche.coder.codebook;

import io.demarche.avro.DateBasis;
import io.demarche.avro.DatePrecision;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.avro.Modality;
import io.demarche.coder.attribute.Confidence;
import io.demarche.coder.evidence.EvidenceReader;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.Cues;
import io.demarche.coder.lexicon.Factor;
import io.demarche.coder.lexicon.Factors;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.lexicon.Table;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The codebook as Markdown. Its words stand in {@code codebook.md}, a template beside this class; the tables in it come from
 * the lexicon's resources and the schemas.
 */
public final class Codebook {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    private static final int EXAMPLES = 12;
    private static final List<String> FIELDS = List.of(
            "count",
            "counted",
            "deadlineHours",
            "statedReason",
            "reciprocal",
            "reciprocityCue",
            "attributedTo",
            "quote",
            "quoteStart",
            "quoteEnd",
            "bodyFingerprint",
            "ruleId",
            "withdrawn");

    private final Lexicon lexicon;
    private final CameoLabels labels;

    private Codebook(Lexicon lexicon, CameoLabels labels) {
        this.lexicon = lexicon;
        this.labels = labels;
    }

    /**
     * The page for the bundled resources.
     *
     * @throws DemarcheException where a resource is missing or malformed, or says nothing of an event type
     */
    public static String markdown() {
        return new Codebook(Lexicon.load(), CameoLabels.load()).render();
    }

    private String render() {
        Map<String, String> values = values();
        Matcher placeholder = PLACEHOLDER.matcher(template());
        StringBuilder page = new StringBuilder();
        while (placeholder.find()) {
            String value = values.get(placeholder.group(1));
            if (value == null) {
                throw new DemarcheException("codebook.md: nothing fills " + placeholder.group());
            }
            placeholder.appendReplacement(page, Matcher.quoteReplacement(value));
        }
        placeholder.appendTail(page);
        return page.toString();
    }

    private Map<String, String> values() {
        List<ActRule> rules = lexicon.acts().rules();
        ShiftTable shifts = new ShiftTable(lexicon.shifts());
        EventTypeSections sections = new EventTypeSections(lexicon, labels, shifts);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("version", lexicon.version());
        values.put("rules", Integer.toString(rules.size()));
        values.put("triggers", Integer.toString(sections.triggers()));
        values.put("codes", Integer.toString(sections.codes()));
        values.put("types", Integer.toString(EventType.values().length - 1));
        values.put("sections", sections.render());
        values.put("stances", stances());
        values.put("shifts", shifts.render());
        values.put("actors", ActorCounts.render());
        values.put("roles", roles());
        values.put("nouns", nouns());
        values.put("notState", Integer.toString(cue(Cues.Kind.NOT_STATE).size()));
        values.put(
                "notStateExamples",
                words(cue(Cues.Kind.NOT_STATE).stream().limit(EXAMPLES).toList()));
        values.put("reciprocity", words(cue(Cues.Kind.RECIPROCITY)));
        values.put("reasons", words(cue(Cues.Kind.REASON)));
        values.put("modalities", SchemaDocs.symbols(Modality.getClassSchema()));
        values.put("dateBases", SchemaDocs.symbols(DateBasis.getClassSchema()));
        values.put("datePrecisions", SchemaDocs.symbols(DatePrecision.getClassSchema()));
        values.put("fields", SchemaDocs.fields(EventMention.getClassSchema(), FIELDS));
        values.put("base", number(lexicon.factors().value(Factor.BASE)));
        values.put("diplomacyBase", number(lexicon.factors().diplomaticValue(Factor.BASE)));
        values.put("floor", number(lexicon.factors().value(Factor.FLOOR)));
        values.put("factors", factors());
        values.put("coded", number(EvidenceReader.CODED));
        values.put("believed", String.format(Locale.ROOT, "%.2f", Confidence.BELIEVED));
        return values;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private String factors() {
        Factors factors = lexicon.factors();
        return Arrays.stream(Factor.values())
                .filter(factor -> factor != Factor.BASE && factor != Factor.FLOOR)
                .filter(factor -> factors.value(factor) < 1)
                .map(factor -> "| " + number(factors.value(factor)) + " | " + number(factors.diplomaticValue(factor))
                        + " | " + factors.meaning(factor) + " |")
                .collect(Collectors.joining("\n"));
    }

    private static String stances() {
        Map<String, List<String>> words = Table.resource("stances.tsv").rows().stream()
                .collect(Collectors.toMap(row -> row.get("stance"), row -> row.list("words"), (a, b) -> {
                    List<String> both = new java.util.ArrayList<>(a);
                    both.addAll(b);
                    return both;
                }));
        Map<String, String> meanings = Table.resource(file("stances.tsv")).rows().stream()
                .collect(Collectors.toMap(row -> row.required("stance"), row -> row.required("meaning")));
        return Arrays.stream(Stance.values())
                .filter(stance -> words.containsKey(stance.name()))
                .map(stance -> {
                    String meaning = meanings.get(stance.name());
                    if (meaning == null) {
                        throw new DemarcheException(file("stances.tsv") + ": no row for " + stance);
                    }
                    return "| " + stance + " | " + meaning + " | "
                            + String.join(", ", words.getOrDefault(stance.name(), List.of())) + " |";
                })
                .collect(Collectors.joining("\n"));
    }

    private static String nouns() {
        return Table.resource("nouns.tsv").rows().stream()
                .map(row -> "| " + row.get("class") + " | " + (row.get("role").isEmpty() ? "" : row.get("role")) + " | "
                        + String.join(", ", row.list("nouns"))
                        + (row.get("needs").isEmpty() ? "" : " (with a noun of class " + row.get("needs") + ")") + " |")
                .collect(Collectors.joining("\n"));
    }

    private static String roles() {
        TreeSet<String> roles = new TreeSet<>();
        for (String table : List.of("nouns.tsv", "leaders.tsv")) {
            Table.resource(table).rows().forEach(row -> roles.add(row.get("role")));
        }
        roles.remove("");
        return roles.stream().map(role -> "`" + role + "`").collect(Collectors.joining(", "));
    }

    private static List<String> cue(Cues.Kind kind) {
        return Table.resource("cues.tsv").rows().stream()
                .filter(row -> row.get("kind").equals(kind.name()))
                .flatMap(row -> row.list("phrases").stream())
                .toList();
    }

    private static String words(List<String> words) {
        return words.stream().map(word -> "*" + word + "*").collect(Collectors.joining(", "));
    }

    /** Where the codebook's own resources lie. */
    static String file(String name) {
        return "/io/demarche/coder/codebook/" + name;
    }

    private static String template() {
        try (InputStream in = Codebook.class.getResourceAsStream("codebook.md")) {
            if (in == null) {
                throw new DemarcheException("codebook.md: is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("codebook.md", e);
        }
    }
}
