package io.demarche.web.api;

import io.javalin.http.BadRequestResponse;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Days and pairs as a request names them. */
public final class Days {
    private Days() {}

    /** The day that a text is; 400 where it is none. */
    public static LocalDate of(String what, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequestResponse(what + " must be a day such as 2023-12-26");
        }
    }

    /** The pair that a text is, in either order; 400 where it is none. */
    public static String dyad(String text) {
        return Parameters.dyadOf(text);
    }
}
