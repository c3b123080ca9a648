package io.demarche.tension;

import io.demarche.avro.EscalationAlert;
import io.demarche.tension.episodes.DyadHistory;
import io.demarche.tension.episodes.Episode;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.ActCatalogue;
import io.demarche.tension.evidence.MentionTriage;
import io.demarche.tension.levels.SurgeReading;
import io.demarche.tension.links.Link;
import io.demarche.tension.rules.Days;
import io.demarche.tension.rules.Ruleset;
import io.demarche.tension.verdicts.Judgements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tells the days of one pair: what happened, what the figures were, and why an alert fired or did not. */
final class DyadExplanation {
    private final LadderAssessor assessor;
    private final Ruleset rules;
    private final DyadHistory history;
    private final Judgements judgements;

    DyadExplanation(LadderAssessor assessor, DyadHistory history, Judgements judgements) {
        this.assessor = assessor;
        this.rules = assessor.rules();
        this.history = history;
        this.judgements = judgements;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        MentionTriage triage = history.triage();
        lines.add(history.dyad() + " as of " + Days.date(history.asOf()) + ", ruleset " + rules.version());
        lines.add(String.format(
                Locale.ROOT,
                "mentions: %d counted, %d repeated or superseded, %d too old, %d ahead of the day; acts: %d",
                triage.current().size(),
                triage.superseded(),
                triage.expired(),
                triage.ahead(),
                history.acts().all().size()));
        judgements
                .verdicts()
                .forEach(verdict -> lines.add("verdict of " + verdict.getAnalyst() + ": "
                        + verdict.getVerdict() + ", " + verdict.getSource() + " " + verdict.getEventType() + " "
                        + verdict.getTarget() + " " + verdict.getEventDate()
                        + (verdict.getNote().isBlank()
                                ? ""
                                : ": " + verdict.getNote().strip())));
        Map<Integer, List<Act>> acts = new TreeMap<>();
        history.acts()
                .all()
                .forEach(act -> acts.computeIfAbsent(act.date(), day -> new ArrayList<>())
                        .add(act));
        Map<Integer, List<String>> notes = notes();
        Map<Integer, SurgeReading> readings = new HashMap<>();
        Map<Integer, Integer> levels = new HashMap<>();
        history.days(rules, (reading, level) -> {
            readings.put(reading.day(), reading);
            levels.put(reading.day(), level);
        });
        for (int day = Math.min(history.walk().first(), first(acts)); day <= history.asOf(); day++) {
            int level = levels.getOrDefault(day, 0);
            boolean moved = level != levels.getOrDefault(day - 1, 0);
            if (acts.containsKey(day) || notes.containsKey(day) || moved) {
                lines.add("");
                lines.add(figures(readings.getOrDefault(day, SurgeReading.quiet(day)), level));
                acts.getOrDefault(day, List.of()).forEach(act -> lines.add("  " + told(act)));
                notes.getOrDefault(day, List.of()).forEach(note -> lines.add("  * " + note));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private int first(Map<Integer, List<Act>> acts) {
        return acts.isEmpty() ? history.asOf() + 1 : acts.keySet().iterator().next();
    }

    private Map<Integer, List<String>> notes() {
        Map<Integer, List<String>> notes = new TreeMap<>();
        for (EscalationAlert alert : assessor.alerts(history)) {
            note(
                    notes,
                    Days.of(alert.getFiredOn()),
                    "alert " + alert.getLevel() + " (from " + alert.getPreviousLevel() + "): " + alert.getHeadline()
                            + ". " + alert.getWhy().getExplanation());
        }
        for (Episode episode : history.walk().episodes()) {
            boolean strain = episode.level() == ActCatalogue.STRAINED;
            note(notes, episode.start(), strain ? "strain begins" : "episode opens");
            if (!episode.isOpen()) {
                note(
                        notes,
                        episode.closedOn(),
                        strain
                                ? "strain of " + Days.date(episode.start()) + " is over"
                                : "episode of " + Days.date(episode.start()) + " closes after "
                                        + rules.episodes().quietDays() + " quiet days");
            }
        }
        return notes;
    }

    private static void note(Map<Integer, List<String>> notes, int day, String note) {
        notes.computeIfAbsent(day, d -> new ArrayList<>()).add(note);
    }

    private static String figures(SurgeReading reading, int level) {
        String gate = reading.gate() == SurgeReading.Gate.OPEN
                ? "gates open"
                : "held down: " + reading.gate().words();
        return String.format(
                Locale.ROOT,
                "%s  F %.1f  E %.1f  C %.1f  N %.1f  NH %.1f  z %.2f (raw %.2f, %s)  %s",
                Days.date(reading.day()),
                reading.recent(),
                reading.expected(),
                reading.cooperation(),
                reading.events(),
                reading.hostileEvents(),
                reading.z(),
                reading.raw(),
                gate,
                DyadHistory.level(level));
    }

    private String told(Act act) {
        Link link = history.acts().link(act);
        String sentence = link == null
                ? assessor.phrases().sentence(act)
                : assessor.phrases().sentence(link) + " [" + link.basis() + ", " + link.lagDays() + " d, "
                        + link.confidence() + "]";
        String standing;
        if (act.historical()) {
            standing = "history: reported long after";
        } else if (!act.governmental()) {
            standing = "no government's act";
        } else if (act.threatened()) {
            standing = "only threatened";
        } else if (!act.believed()) {
            standing = "not believed yet" + (act.level() > 0 ? ", stands at level " + act.level() : "");
        } else {
            standing = act.level() > 0 ? "stands at level " + act.level() : "no step of the ladder";
        }
        return String.format(
                Locale.ROOT,
                "%s (%s, %d mentions, belief %.2f: %s)",
                sentence,
                act.best().getCameoCode(),
                act.reports().size(),
                act.belief(),
                standing);
    }
}
