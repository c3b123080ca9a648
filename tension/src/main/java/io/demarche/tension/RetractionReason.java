package io.demarche.tension;

import io.demarche.avro.AlertFigures;
import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.EscalationAlert;
import io.demarche.tension.verdicts.Judgements;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Says in a sentence why an alert that was announced does not hold any more. */
final class RetractionReason {
    private final List<EscalationAlert> holding;
    private final Predicate<String> withdrawn;
    private final Judgements judgements;

    /**
     * @param holding the alerts that hold now
     * @param withdrawn whether a mention, by its id, was withdrawn
     * @param judgements what analysts said of the acts
     */
    RetractionReason(List<EscalationAlert> holding, Predicate<String> withdrawn, Judgements judgements) {
        this.holding = holding;
        this.withdrawn = withdrawn;
        this.judgements = judgements;
    }

    /** The figures of the alert, with the reason in the place of the explanation. */
    AlertFigures figures(EscalationAlert retracted) {
        AlertFigures why = retracted.getWhy();
        return AlertFigures.newBuilder()
                .setSurge(why.getSurge())
                .setRecentHostility(why.getRecentHostility())
                .setExpectedHostility(why.getExpectedHostility())
                .setEvents(why.getEvents())
                .setHostileEvents(why.getHostileEvents())
                .setExplanation(of(retracted))
                .build();
    }

    private String of(EscalationAlert retracted) {
        Optional<String> judged = judgements.against(retracted).map(RetractionReason::judged);
        if (judged.isPresent()) {
            return judged.get();
        }
        Optional<LocalDate> start = holding.stream()
                .filter(alert -> alert.getLevel() == retracted.getLevel())
                .filter(alert -> overlap(alert, retracted))
                .map(EscalationAlert::getEpisodeStart)
                .findFirst();
        if (start.filter(day -> day.isBefore(retracted.getEpisodeStart())).isPresent()) {
            return "The episode began earlier, on " + start.get() + ".";
        }
        boolean gone = retracted.getEvents().stream()
                .flatMap(event -> event.getEvidence().stream())
                .anyMatch(evidence -> withdrawn.test(evidence.getMentionId()));
        if (gone) {
            return "Its evidence was withdrawn.";
        }
        if (start.isPresent()) {
            return "The episode began later, on " + start.get() + ".";
        }
        return holding.stream()
                .filter(alert -> alert.getLevel().compareTo(retracted.getLevel()) > 0)
                .filter(alert -> overlap(alert, retracted))
                .filter(alert -> !alert.getFiredOn().isAfter(retracted.getFiredOn()))
                .findFirst()
                .map(graver ->
                        "By then the pair stood at " + graver.getLevel().name().toLowerCase(Locale.ROOT) + " already.")
                .orElse("Other reports date or tell otherwise what it rested on.");
    }

    private static String judged(AnalystVerdict verdict) {
        String said = switch (verdict.getVerdict()) {
            case WRONG_SIDES -> "wrong about the sides";
            case WRONG_TYPE -> "wrong about the kind of act";
            case WRONG_DATE -> "wrong about the day";
            case DUPLICATE -> "a copy of another";
            default -> "wrong";
        };
        String note = verdict.getNote().strip();
        return "The analyst " + verdict.getAnalyst() + " found what it rested on " + said
                + (note.isEmpty() ? "." : ": " + note);
    }

    /** Whether two episodes have days in common. */
    private static boolean overlap(EscalationAlert holds, EscalationAlert retracted) {
        boolean reaches = !Announced.isOver(holds) || !holds.getAsOf().isBefore(retracted.getEpisodeStart());
        boolean begins =
                !Announced.isOver(retracted) || !holds.getEpisodeStart().isAfter(retracted.getAsOf());
        return reaches && begins;
    }
}
