package io.demarche.producer.fetch;

import java.util.Locale;

/** Why something could not be had: for figures, and to count. */
public enum Trouble {
    /** No web address, or one inside a network. */
    ADDRESS,
    /** No host of that name. */
    HOST,
    /** The connection failed or broke off. */
    CONNECTION,
    /** No answer in time. */
    TIME,
    /** More than we take. */
    SIZE,
    /** Redirects without an end. */
    REDIRECTS,
    /** An answer that tells of an error. */
    STATUS,
    /** Asked to wait. */
    BUSY,
    /** Not what was looked for: no feed, no page. */
    FORMAT;

    /** The reason as figures name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
