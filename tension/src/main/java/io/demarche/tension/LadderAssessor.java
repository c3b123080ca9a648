package io.demarche.tension;

import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.schemas.Dyad;
import io.demarche.tension.episodes.DyadHistory;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.ActCatalogue;
import io.demarche.tension.evidence.MentionTriage;
import io.demarche.tension.evidence.Report;
import io.demarche.tension.levels.ActDay;
import io.demarche.tension.links.Link;
import io.demarche.tension.records.AlertWriter;
import io.demarche.tension.records.EventWriter;
import io.demarche.tension.records.Phrases;
import io.demarche.tension.rules.CodeTable;
import io.demarche.tension.rules.Days;
import io.demarche.tension.rules.Ruleset;
import io.demarche.tension.verdicts.Corrections;
import io.demarche.tension.verdicts.Judgements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows a pair of states up and down the ladder of tension: mentions are merged into acts, acts linked where one
 * answers another, hostility compared with the pair's own past, and every level reached becomes an alert.
 *
 * <p>A pure function of the set of mentions, the set of verdicts and the day: neither order nor repetition nor superseded versions of a
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
    private final @Nullable LocalDate knownSince;

    private LadderAssessor(
            Ruleset rules, CodeTable codes, ActCatalogue catalogue, Phrases phrases, @Nullable LocalDate knownSince) {
        this.rules = rules;
        this.codes = codes;
        this.catalogue = catalogue;
        this.phrases = phrases;
        this.knownSince = knownSince;
    }

    /** An assessor with the rules that come with the program. */
    public static LadderAssessor withBundledRules() {
        return with(Ruleset.bundled());
    }

    /** An assessor with rules of one's own. */
    public static LadderAssessor with(Ruleset rules) {
        return new LadderAssessor(rules, CodeTable.bundled(), ActCatalogue.bundled(), Phrases.bundled(), null);
    }

    /**
     * The same assessor for a feed that is known to have run since a day: before a pair's first event, but from that day
     * on, nothing happened between the two, rather than nothing being known. Without it, what is known of a pair begins
     * with its first event, and a pair that was never in the news before cannot surge for the length of the warm-up.
     */
    public LadderAssessor knownSince(LocalDate day) {
        return new LadderAssessor(rules, codes, catalogue, phrases, day);
    }

    /** The rules that it goes by. */
    public Ruleset rules() {
        return rules;
    }

    @Override
    public Assessment assess(Dyad dyad, Collection<EventMention> mentions, LocalDate asOf) {
        return assess(dyad, mentions, Judgements.NONE, asOf);
    }

    @Override
    public Assessment assess(Dyad dyad, Collection<EventMention> mentions, Judgements judgements, LocalDate asOf) {
        return write(history(dyad, mentions, judgements, asOf));
    }

    DyadHistory history(Dyad dyad, Collection<EventMention> mentions, Judgements judgements, LocalDate asOf) {
        MentionTriage triage = MentionTriage.of(dyad, mentions, asOf, rules);
        return DyadHistory.of(dyad, triage, judgements, knownFrom(asOf), asOf, rules, catalogue, codes);
    }

    @Override
    public Following follow(Dyad dyad, Judgements judgements) {
        return new DyadChronicle(this, dyad, judgements);
    }

    /** The first day of which the feed is known, seen from a day. */
    int since(LocalDate asOf) {
        LocalDate from = knownFrom(asOf);
        return Days.of(from == null ? asOf : from);
    }

    /** The same assessor, with evidence kept for another number of days. */
    public LadderAssessor keeping(int days) {
        return new LadderAssessor(rules.keeping(days), codes, catalogue, phrases, knownSince);
    }

    @Nullable
    Act act(EventType type, int date, List<Report> reports, Judgements judgements) {
        return judgements.judged(Act.of(type, date, reports, rules, catalogue), rules, catalogue);
    }

    ActDay.Sums sums(Act act) {
        return ActDay.sums(act, codes);
    }

    DiplomaticEvent event(Dyad dyad, Act act, @Nullable Link link) {
        return new EventWriter(codes, rules).write(dyad, act, link);
    }

    private @Nullable LocalDate knownFrom(LocalDate asOf) {
        LocalDate horizon = rules.keptFrom(asOf);
        return knownSince == null || !knownSince.isBefore(horizon) ? knownSince : horizon;
    }

    Assessment write(DyadHistory history) {
        EventWriter writer = new EventWriter(codes, rules);
        List<DiplomaticEvent> events = new ArrayList<>();
        history.acts().all().stream()
                .sorted(Comparator.comparingInt(Act::date).thenComparing(Act::id))
                .forEach(act -> events.add(
                        writer.write(history.dyad(), act, history.acts().link(act))));
        return new Assessment(events, history.tension(rules.version()), alerts(history));
    }

    List<EscalationAlert> alerts(DyadHistory history) {
        return alertWriter().write(history);
    }

    AlertWriter alertWriter() {
        return new AlertWriter(codes, rules, phrases);
    }

    Corrections corrections() {
        return new Corrections(catalogue);
    }

    Phrases phrases() {
        return phrases;
    }
}
