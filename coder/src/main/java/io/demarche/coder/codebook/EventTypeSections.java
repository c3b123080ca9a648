package io.demarche.coder.codebook;

import io.demarche.avro.EventType;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.lexicon.Table;
import io.demarche.schemas.DemarcheException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One section for each event type: meaning, parties, codes, acts, and what becomes of acts that were not done. */
final class EventTypeSections {
    private final CameoLabels labels;
    private final ShiftTable shifts;
    private final List<ActEntry> acts = new ArrayList<>();
    private final Map<EventType, SortedSet<String>> codes = new HashMap<>();
    private final Map<String, Table.Row> notes = new HashMap<>();

    EventTypeSections(Lexicon lexicon, CameoLabels labels, ShiftTable shifts) {
        this.labels = labels;
        this.shifts = shifts;
        List<ActRule> rules = lexicon.acts().rules();
        List<Table.Row> rows = Table.resource("acts.tsv").rows();
        for (int i = 0; i < rules.size(); i++) {
            acts.add(new ActEntry(rules.get(i), rows.get(i).list("triggers")));
        }
        for (ActRule rule : rules) {
            codes(rule.type()).add(rule.cameo());
        }
        for (String code : reachable(rules)) {
            boolean own = rules.stream().anyMatch(rule -> rule.cameo().equals(code));
            if (!own) {
                codes(lexicon.cameo().type(code)).add(code);
            }
        }
        Table.resource(Codebook.file("notes.tsv"), List.of("type", "source", "target", "not"))
                .rows()
                .forEach(row -> notes.put(row.constant("type", EventType.class).name(), row));
    }

    private SortedSet<String> codes(EventType type) {
        return codes.computeIfAbsent(type, any -> new TreeSet<>());
    }

    /** The codes of the rules and all to which these may change. */
    private SortedSet<String> reachable(List<ActRule> rules) {
        SortedSet<String> reachable = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        for (ActRule rule : rules) {
            open.add(rule.cameo());
            if (!rule.mirror().isEmpty()) {
                open.add(rule.mirror());
            }
        }
        while (!open.isEmpty()) {
            String code = open.remove();
            if (reachable.add(code)) {
                open.addAll(shifts.from(code));
            }
        }
        return reachable;
    }

    /** How many triggers the acts have together. */
    int triggers() {
        return acts.stream().mapToInt(act -> act.triggers().size()).sum();
    }

    /** How many codes mentions may carry. */
    int codes() {
        return (int)
                codes.values().stream().flatMap(SortedSet::stream).distinct().count();
    }

    String render() {
        StringBuilder text = new StringBuilder();
        for (EventType type : EventType.values()) {
            if (type != EventType.UNKNOWN) {
                section(type, text);
            }
        }
        return text.toString();
    }

    private void section(EventType type, StringBuilder text) {
        Table.Row note = notes.get(type.name());
        if (note == null) {
            throw new DemarcheException("notes.tsv: no row for event type " + type);
        }
        text.append("### ").append(type).append("\n\n");
        text.append(SchemaDocs.symbol(EventType.getClassSchema(), type.name())).append("\n\n");
        text.append("- **Source**: ").append(note.required("source")).append(".\n");
        text.append("- **Target**: ").append(note.required("target")).append(".\n");
        text.append("- **Not this**: ").append(note.required("not")).append("\n\n");
        SortedSet<String> ofType = codes(type);
        if (!ofType.isEmpty()) {
            text.append("| CAMEO | label |\n|---|---|\n");
            ofType.forEach(code -> text.append("| ")
                    .append(code)
                    .append(" | ")
                    .append(labels.of(code))
                    .append(" |\n"));
            text.append('\n');
        }
        List<ActEntry> own =
                acts.stream().filter(act -> act.rule().type() == type).toList();
        if (own.isEmpty()) {
            text.append("No act of its own: an act of another type becomes one by what stands around it.\n\n");
            return;
        }
        text.append(own.stream().map(ActEntry::render).collect(Collectors.joining("\n")));
        text.append("\n\nWhat becomes of such an act that was not done (– = not coded):\n\n");
        text.append(shifts.render(own.stream().map(act -> act.rule().cameo()).toList()))
                .append("\n\n");
    }
}
