package io.demarche.tension;

import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Follows a pair of states up and down the ladder of tension: mentions are merged into acts, acts linked where one
 * answers another, hostility compared with the pair's own past, and every level reached becomes an alert.
 *
 * <p>A pure function of the set of mentions and the day: neither order nor repetition nor superseded versions of a
 * mention change a byte of the result.
 *
 * <pre>{@code
 * Assessor assessor = LadderAssessor.withBundledRules();
 * Assessment assessment = assessor.assess(Dyad.parse("AZE-FRA"), mentions, LocalDate.parse("2023-12-28"));
 * assessment.alerts().forEach(alert -> System.out.println(alert.getHeadline()));
 * }</pre>
 */
public final class LadderAssessor implements Assessor {
    private final Ruleset rules;
    private final CodeTable codes;
    private final ActCatalogue catalogue;
    private final Phrases phrases;

    private LadderAssessor(Ruleset rules, CodeTable codes, ActCatalogue catalogue, Phrases phrases) {
        this.rules = rules;
        this.codes = codes;
        this.catalogue = catalogue;
        this.phrases = phrases;
    }

    /** An assessor with the rules that come with the program. */
    public static LadderAssessor withBundledRules() {
        return with(Ruleset.bundled());
    }

    /** An assessor with rules of one's own. */
    public static LadderAssessor with(Ruleset rules) {
        return new LadderAssessor(rules, CodeTable.bundled(), ActCatalogue.bundled(), Phrases.bundled());
    }

    /** The rules that it goes by. */
    public Ruleset rules() {
        return rules;
    }

    @Override
    public Assessment assess(Dyad dyad, Collection<EventMention> mentions, LocalDate asOf) {
        return write(history(dyad, mentions, asOf));
    }

    DyadHistory history(Dyad dyad, Collection<EventMention> mentions, LocalDate asOf) {
        MentionTriage triage = MentionTriage.of(dyad, mentions, asOf, rules);
        return DyadHistory.of(dyad, triage, asOf, rules, catalogue, codes);
    }

    Assessment write(DyadHistory history) {
        EventWriter writer = new EventWriter(codes, rules);
        List<DiplomaticEvent> events = new ArrayList<>(history.acts().size());
        history.acts().stream()
                .sorted(java.util.Comparator.comparingInt(Act::date).thenComparing(Act::id))
                .forEach(act -> events.add(
                        writer.write(history.dyad(), act, history.links().get(act.id()))));
        return new Assessment(events, history.tension(history.asOf(), rules.version()), alerts(history));
    }

    List<EscalationAlert> alerts(DyadHistory history) {
        return new AlertWriter(codes, rules, phrases).write(history);
    }

    Phrases phrases() {
        return phrases;
    }
}
