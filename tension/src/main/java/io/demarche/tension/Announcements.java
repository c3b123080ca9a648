package io.demarche.tension;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.tension.evidence.ActMerger;
import io.demarche.tension.rules.Ruleset;
import io.demarche.tension.verdicts.Judgements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What to announce now: the difference between what was announced of a pair and what holds.
 *
 * <p>A record goes out when its content changed or its revision rose. Revisions are those of the assessment wherever
 * these are higher than what was announced; only where evidence was taken back, so that they are not, does a revision
 * take the next number instead. An alert is announced as FIRING before it is anything else.
 *
 * <p>What is over stays as it was announced unless something changed on a day that bears on it: old evidence passes out
 * of the horizon as time goes on, and an alert that rested on it was right nevertheless.
 */
public final class Announcements {
    private final Ruleset rules;

    public Announcements(Ruleset rules) {
        this.rules = rules;
    }

    /**
     * Records to announce, in order.
     *
     * @param alerts retractions first, then by firedOn, level and revision
     * @param events those that are gone first (with no mentions), then by date and id
     * @param tension the reading, where it changed
     */
    public record Due(List<EscalationAlert> alerts, List<DiplomaticEvent> events, Optional<BilateralTension> tension) {
        public Due {
            alerts = List.copyOf(alerts);
            events = List.copyOf(events);
        }

        public boolean isEmpty() {
            return alerts.isEmpty() && events.isEmpty() && tension.isEmpty();
        }
    }

    /**
     * The difference.
     *
     * @param before what was announced
     * @param now what holds
     * @param changedFrom the earliest event date of the mentions that came in since; {@link LocalDate#MAX} where only time
     *     has passed
     */
    public Due due(Announced before, Assessment now, LocalDate changedFrom) {
        return due(before, now, changedFrom, mentionId -> false, Judgements.NONE);
    }

    /**
     * The difference.
     *
     * @param before what was announced of the records in question: of those that hold or are gone
     * @param now what holds of them; every alert that is open must be among them
     * @param changedFrom the earliest event date of the mentions that came in since; {@link LocalDate#MAX} where only time
     *     has passed
     * @param withdrawn whether a mention, by its id, was withdrawn: a retraction says so
     * @param judgements what analysts said of the acts: a retraction says who, and why
     */
    public Due due(
            Announced before,
            Assessment now,
            LocalDate changedFrom,
            Predicate<String> withdrawn,
            Judgements judgements) {
        BilateralTension last = before.tension();
        LocalDate from = LocalDate.MIN;
        if (last != null && !last.getAsOfDay().isAfter(now.tension().getAsOfDay())) {
            LocalDate next = last.getAsOfDay().plusDays(1);
            from = (changedFrom.isBefore(next) ? changedFrom : next).minusDays(reach());
        }
        boolean sameReading = now.tension().equals(last);
        return new Due(
                alerts(before.alerts(), now, from, new RetractionReason(now.alerts(), withdrawn, judgements)),
                events(before.events(), now, from),
                sameReading ? Optional.empty() : Optional.of(now.tension()));
    }

    private int reach() {
        return Math.max(
                ActMerger.LONGEST_JOINED_PERIOD,
                Math.max(rules.evidence().joinDays(), rules.evidence().joinUndatedDays()));
    }

    private LocalDate horizon(Assessment now) {
        return rules.keptFrom(now.tension().getAsOfDay());
    }

    /** An episode that began by this day may have begun before what is kept: such a one has no longer quiet between. */
    public LocalDate edge(Assessment now) {
        return horizon(now)
                .plusDays(Math.max(rules.episodes().quietDays(), rules.ladder().strainedDays()));
    }

    private List<EscalationAlert> alerts(
            Map<String, EscalationAlert> before, Assessment now, LocalDate from, RetractionReason reason) {
        LocalDate horizon = horizon(now);
        Map<String, EscalationAlert> holding = new TreeMap<>();
        now.alerts().forEach(alert -> holding.put(alert.getAlertId(), alert));
        List<EscalationAlert> due = new ArrayList<>();
        Set<String> carriedOn = new HashSet<>();
        for (EscalationAlert announced : new TreeMap<>(before).values()) {
            boolean settled = Announced.isOver(announced) && announced.getAsOf().isBefore(from);
            if (announced.getStatus() == AlertStatus.RETRACTED
                    || settled
                    || holding.containsKey(announced.getAlertId())) {
                continue;
            }
            if (announced.getEpisodeStart().isBefore(horizon)) {
                outlived(announced, now, edge(now), carriedOn).ifPresent(due::add);
            } else {
                EscalationAlert retracted = Restamped.of(announced, AlertStatus.RETRACTED, announced.getRevision() + 1);
                retracted.setWhy(reason.figures(announced));
                due.add(retracted);
            }
        }
        for (EscalationAlert alert : now.alerts()) {
            EscalationAlert announced = before.get(alert.getAlertId());
            boolean settled = alert.getStatus() == AlertStatus.RESOLVED
                    && alert.getAsOf().isBefore(from)
                    && (announced == null || Announced.isOver(announced));
            if (!settled && !carriedOn.contains(alert.getAlertId())) {
                change(announced, alert, due);
            }
        }
        return due;
    }

    /**
     * An alert whose episode began before the horizon: its evidence is gone, and what is left of the episode appears to
     * begin later, as another. It stays what it is while the pair has an open alert of its level, and is resolved then.
     */
    private static Optional<EscalationAlert> outlived(
            EscalationAlert announced, Assessment now, LocalDate edge, Set<String> carriedOn) {
        Optional<EscalationAlert> rest = now.alerts().stream()
                .filter(alert -> alert.getLevel() == announced.getLevel())
                .filter(alert -> !alert.getEpisodeStart().isAfter(edge))
                .max(Comparator.comparing((EscalationAlert alert) -> !Announced.isOver(alert))
                        .thenComparing(EscalationAlert::getEpisodeStart));
        rest.ifPresent(alert -> carriedOn.add(alert.getAlertId()));
        boolean goesOn = now.alerts().stream().anyMatch(alert -> !Announced.isOver(alert));
        if (goesOn || Announced.isOver(announced)) {
            return Optional.empty();
        }
        EscalationAlert resolved = Restamped.of(announced, AlertStatus.RESOLVED, announced.getRevision() + 1);
        resolved.setAsOf(rest.map(EscalationAlert::getAsOf).orElse(now.tension().getAsOfDay()));
        return Optional.of(resolved);
    }

    private static void change(@Nullable EscalationAlert announced, EscalationAlert alert, List<EscalationAlert> due) {
        boolean first = announced == null || announced.getStatus() == AlertStatus.RETRACTED;
        int revision = announced == null ? 0 : announced.getRevision();
        if (!first && alert.getRevision() <= revision && sameContent(announced, alert)) {
            return;
        }
        if (first && alert.getStatus() != AlertStatus.FIRING) {
            revision = Math.max(alert.getRevision() - 1, revision + 1);
            due.add(Restamped.of(alert, AlertStatus.FIRING, revision));
        }
        due.add(Restamped.of(alert, alert.getStatus(), Math.max(alert.getRevision(), revision + 1)));
    }

    private static boolean sameContent(EscalationAlert a, EscalationAlert b) {
        return Restamped.of(a, a.getStatus(), 0).equals(Restamped.of(b, b.getStatus(), 0));
    }

    private List<DiplomaticEvent> events(Map<String, DiplomaticEvent> before, Assessment now, LocalDate from) {
        LocalDate horizon = horizon(now);
        Set<String> holding = new HashSet<>();
        now.events().forEach(event -> holding.add(event.getEventId()));
        List<DiplomaticEvent> due = new ArrayList<>();
        for (DiplomaticEvent announced : new TreeMap<>(before).values()) {
            boolean kept = holding.contains(announced.getEventId())
                    || announced.getMentions() == 0
                    || announced.getEventDate().isBefore(horizon)
                    || announced.getEventDate().isBefore(from);
            if (!kept) {
                due.add(gone(announced));
            }
        }
        for (DiplomaticEvent event : now.events()) {
            DiplomaticEvent announced = before.get(event.getEventId());
            if (announced == null) {
                due.add(event);
            } else if (!event.getEventDate().isBefore(from) && !sameContent(announced, event)) {
                due.add(Restamped.of(event, Math.max(event.getRevision(), announced.getRevision() + 1)));
            }
        }
        return due;
    }

    private static boolean sameContent(DiplomaticEvent announced, DiplomaticEvent event) {
        return event.getRevision() <= announced.getRevision()
                && Restamped.of(announced, 0).equals(Restamped.of(event, 0));
    }

    private static DiplomaticEvent gone(DiplomaticEvent announced) {
        DiplomaticEvent gone = Restamped.of(announced, announced.getRevision() + 1);
        gone.setMentions(0);
        gone.setConfidence(0);
        gone.setPublishers(List.of());
        gone.setEvidence(List.of());
        gone.setInResponseTo(null);
        gone.setLagDays(null);
        gone.setLinkBasis(null);
        gone.setLinkConfidence(null);
        return gone;
    }
}
