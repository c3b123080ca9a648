package io.demarche.schemas;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.EventType;
import io.demarche.avro.Verdict;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What holds of every verdict, whoever writes or reads it: its identity, its order, and what it has to say. */
public final class Verdicts {
    /** The later one last; of two that were given at one time, the one with the greater id. */
    public static final Comparator<AnalystVerdict> BY_TIME =
            Comparator.comparing(AnalystVerdict::getAt).thenComparing(AnalystVerdict::getVerdictId);

    private Verdicts() {}

    /** The identity that a verdict's content calls for. */
    public static String idOf(AnalystVerdict verdict) {
        return ContentId.of(
                text(verdict.getEventId()),
                String.join(" ", verdict.getMentionIds()),
                verdict.getVerdict().name(),
                text(verdict.getCorrectedType()),
                text(verdict.getCorrectedSource()),
                text(verdict.getCorrectedTarget()),
                text(verdict.getCorrectedDate()),
                verdict.getNote(),
                verdict.getAnalyst(),
                verdict.getAt().toString());
    }

    /** What a verdict is on: the event that it names, or else the first of its mentions. */
    public static String subject(AnalystVerdict verdict) {
        String event = verdict.getEventId();
        return event == null ? verdict.getMentionIds().get(0) : event;
    }

    /** Whether it says that the act was another than the articles have it. */
    public static boolean corrects(AnalystVerdict verdict) {
        return switch (verdict.getVerdict()) {
            case WRONG_SIDES, WRONG_TYPE, WRONG_DATE -> true;
            case RIGHT, WRONG, DUPLICATE, TAKEN_BACK, UNKNOWN -> false;
        };
    }

    /** Whether the act, as the articles have it, counts no more. */
    public static boolean takesOut(AnalystVerdict verdict) {
        return verdict.getVerdict() == Verdict.WRONG || verdict.getVerdict() == Verdict.DUPLICATE || corrects(verdict);
    }

    /** The sides, the type and the day of the act as a correction has them, the others as they were shown. */
    public static Corrected corrected(AnalystVerdict verdict) {
        return new Corrected(
                or(verdict.getCorrectedSource(), verdict.getSource()),
                or(verdict.getCorrectedTarget(), verdict.getTarget()),
                or(verdict.getCorrectedType(), verdict.getEventType()),
                or(verdict.getCorrectedDate(), verdict.getEventDate()));
    }

    /** An act as a correction has it. */
    public record Corrected(String source, String target, EventType type, LocalDate date) {}

    /** What is wrong with a verdict, in words for whoever wrote it; empty where nothing is. */
    public static Optional<String> fault(AnalystVerdict verdict) {
        Optional<Dyad> pair = Dyad.between(verdict.getSource(), verdict.getTarget());
        if (pair.isEmpty() || !pair.get().toString().equals(verdict.getDyad())) {
            return Optional.of("source and target are not the parties of the dyad");
        }
        if (verdict.getEventId() == null && verdict.getMentionIds().isEmpty()) {
            return Optional.of("it names neither an event nor a mention");
        }
        if (verdict.getAnalyst().isBlank()) {
            return Optional.of("it does not say whose it is");
        }
        if (!isWritable(verdict.getEventDate()) || !isWritable(verdict.getCorrectedDate())) {
            return Optional.of("the year is not of four digits");
        }
        return switch (verdict.getVerdict()) {
            case WRONG_SIDES ->
                Dyad.between(corrected(verdict).source(), corrected(verdict).target())
                                .isEmpty()
                        ? Optional.of(
                                "WRONG_SIDES needs two different parties, as codes such as FRA: correctedSource and"
                                        + " correctedTarget")
                        : sameAsShown(verdict);
            case WRONG_TYPE -> sameAsShown(verdict);
            case WRONG_DATE -> sameAsShown(verdict);
            case RIGHT, WRONG, DUPLICATE, TAKEN_BACK, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<String> sameAsShown(AnalystVerdict verdict) {
        Corrected shown =
                new Corrected(verdict.getSource(), verdict.getTarget(), verdict.getEventType(), verdict.getEventDate());
        return shown.equals(corrected(verdict))
                ? Optional.of(verdict.getVerdict() + " needs what was right instead: it corrects nothing")
                : Optional.empty();
    }

    private static boolean isWritable(@Nullable LocalDate day) {
        return day == null || day.getYear() >= 1 && day.getYear() <= 9999;
    }

    private static <T> T or(@Nullable T corrected, T shown) {
        return corrected == null ? shown : corrected;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
