package io.demarche.tension.verdicts;

import io.demarche.avro.AlertEvent;
import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.Evidence;
import io.demarche.avro.Verdict;
import io.demarche.schemas.Verdicts;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.ActCatalogue;
import io.demarche.tension.evidence.Report;
import io.demarche.tension.rules.Ruleset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the verdicts on the acts of one pair come to.
 *
 * <p>A verdict is on an act if it names the act's event, or a mention that tells of it: an act whose date moves, as further
 * articles come, has another event id and the same mentions. Of all verdicts on an act the latest counts. One that corrects an
 * act takes it out as the articles have it; what it says instead is a mention ({@link Corrections}), and an act that this
 * mention tells of stands.
 */
public final class Judgements {
    /** Nobody said anything. */
    public static final Judgements NONE = of(List.of());

    private final List<AnalystVerdict> verdicts;
    private final Map<String, AnalystVerdict> byEvent = new HashMap<>();
    private final Map<String, AnalystVerdict> byMention = new HashMap<>();

    private Judgements(Collection<AnalystVerdict> verdicts) {
        Map<String, AnalystVerdict> latest = new HashMap<>();
        verdicts.forEach(
                verdict -> latest.merge(Verdicts.subject(verdict), verdict, BinaryOperator.maxBy(Verdicts.BY_TIME)));
        this.verdicts = latest.values().stream().sorted(Verdicts.BY_TIME).toList();
        for (AnalystVerdict verdict : this.verdicts) {
            String event = verdict.getEventId();
            if (event != null) {
                byEvent.put(event, verdict);
            }
            verdict.getMentionIds().forEach(mention -> byMention.put(mention, verdict));
        }
    }

    /** What these come to, in whatever order they are given. */
    public static Judgements of(Collection<AnalystVerdict> verdicts) {
        return new Judgements(verdicts);
    }

    /** Those that were not overtaken by a later one on the same event, the latest last. */
    public List<AnalystVerdict> verdicts() {
        return verdicts;
    }

    /** The act as the verdicts have it: certain where it was found right, null where it counts no more. */
    @Nullable
    public Act judged(Act act, Ruleset rules, ActCatalogue catalogue) {
        AnalystVerdict verdict = verdicts.isEmpty() ? null : on(act).orElse(null);
        if (verdict == null) {
            return act;
        }
        if (verdict.getVerdict() == Verdict.RIGHT) {
            return act.asCertain(rules, catalogue);
        }
        return Verdicts.takesOut(verdict) && !tells(act, verdict) ? null : act;
    }

    private Optional<AnalystVerdict> on(Act act) {
        return latest(
                act.id(), act.reports().stream().map(report -> report.mention().getMentionId()));
    }

    /** Whether the act is the one that a correction has. */
    private static boolean tells(Act act, AnalystVerdict verdict) {
        if (!Verdicts.corrects(verdict)) {
            return false;
        }
        String correction = Corrections.mentionId(verdict);
        return act.reports().stream()
                .map(Report::mention)
                .anyMatch(mention -> mention.getMentionId().equals(correction));
    }

    /** The latest verdict that took out an act which an alert rested on; empty where none did. */
    public Optional<AnalystVerdict> against(EscalationAlert alert) {
        return alert.getEvents().stream()
                .flatMap(event -> latest(event).stream())
                .filter(Verdicts::takesOut)
                .max(Verdicts.BY_TIME);
    }

    private Optional<AnalystVerdict> latest(AlertEvent event) {
        return latest(event.getEventId(), event.getEvidence().stream().map(Evidence::getMentionId));
    }

    private Optional<AnalystVerdict> latest(String event, Stream<String> mentions) {
        return Stream.concat(
                        Stream.ofNullable(byEvent.get(event)),
                        mentions.flatMap(mention -> Stream.ofNullable(byMention.get(mention))))
                .max(Verdicts.BY_TIME);
    }
}
