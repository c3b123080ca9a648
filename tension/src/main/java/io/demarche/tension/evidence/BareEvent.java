package io.demarche.tension.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of an event stream that comes without text: who did what to whom, and when.
 *
 * @param eventDate the day of the act
 * @param source code of the acting state or organisation
 * @param target code of the state or organisation acted upon
 * @param cameoCode two to four digits, leading zero kept
 * @param confidence from 0 to 1; null where the row says none: {@link ActCatalogue.Act#rowConfidence}
 * @param articleId where the row comes from; null where unknown
 * @param publisher who published that; null where unknown
 */
public record BareEvent(
        LocalDate eventDate,
        String source,
        String target,
        String cameoCode,
        @Nullable Double confidence,
        @Nullable String articleId,
        @Nullable String publisher) {

    /**
     * Checks what a row must have.
     *
     * @throws IllegalArgumentException where a code is empty or malformed, or the confidence is not from 0 to 1; the
     *     message names the field
     */
    public BareEvent {
        if (source.isBlank() || target.isBlank()) {
            throw new IllegalArgumentException((source.isBlank() ? "source" : "target") + ".country is empty");
        }
        if (!cameoCode.matches("\\d{2,4}")) {
            throw new IllegalArgumentException("cameoCode '" + cameoCode + "' is no code of two to four digits");
        }
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " is not from 0 to 1");
        }
    }

    /** A row that says nothing but the act. */
    public static BareEvent of(LocalDate eventDate, String source, String target, String cameoCode) {
        return new BareEvent(eventDate, source, target, cameoCode, null, null, null);
    }
}
