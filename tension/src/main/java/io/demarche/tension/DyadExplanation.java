package io.demarche.tension;

import io.demarche.avro.EscalationAlert;
import io.demarche.tension.episodes.DyadHistory;
import io.demarche.tension.episodes.Episode;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.MentionTriage;
import io.demarche.tension.levels.SurgeReading;
import io.demarche.tension.links.Link;
import io.demarche.tension.rules.Days;
import io.demarche.tension.rules.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tells the days of one pair: what happened, what the figures were, and why an alert fired or did not. */
final class DyadExplanation {
    private final LadderAssessor assessor;
    private final Ruleset rules;
    private final DyadHistory history;

    DyadExplanation(LadderAssessor assessor, DyadHistory history) {
        this.assessor = assessor;
        this.rules = assessor.rules();
        this.history = history;
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
        Map<Integer, List<Act>> acts = new TreeMap<>();
        history.acts()
                .all()
                .forEach(act -> acts.computeIfAbsent(act.date(), day -> new ArrayList<>())
                        .add(act));
        Map<Integer, List<String>> notes = notes();
        for (int day = Math.min(history.tracker().first(), first(acts)); day <= history.asOf(); day++) {
            boolean moved = history.tracker().levelOn(day) != history.tracker().levelOn(day - 1);
            if (acts.containsKey(day) || notes.containsKey(day) || moved) {
                lines.add("");
                lines.add(figures(day));
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
        for (Episode episode : history.tracker().episodes()) {
            note(notes, episode.start(), "episode opens");
            if (!episode.isOpen()) {
                note(
                        notes,
                        episode.closedOn(),
                        "episode of " + Days.date(episode.start()) + " closes after "
                                + rules.episodes().quietDays() + " quiet days");
            }
        }
        return notes;
    }

    private static void note(Map<Integer, List<String>> notes, int day, String note) {
        notes.computeIfAbsent(day, d -> new ArrayList<>()).add(note);
    }

    private String figures(int day) {
        SurgeReading reading = history.series().on(day);
        String gate = reading.gate() == SurgeReading.Gate.OPEN
                ? "gates open"
                : "held down: " + reading.gate().words();
        return String.format(
                Locale.ROOT,
                "%s  F %.1f  E %.1f  C %.1f  N %.1f  NH %.1f  z %.2f (raw %.2f, %s)  %s",
                Days.date(day),
                reading.recent(),
                reading.expected(),
                reading.cooperation(),
                reading.events(),
                reading.hostileEvents(),
                reading.z(),
                reading.raw(),
                gate,
                DyadHistory.level(history.tracker().levelOn(day)));
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
            standing = "not believed yet";
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
