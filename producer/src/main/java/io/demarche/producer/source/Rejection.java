package io.demarche.producer.source;

/**
 * An article, or a whole file, that could not be taken.
 *
 * @param where file, or {@code file:line}
 * @param reason its kind, for counting
 * @param detail what is wrong, in words; one line
 */
public record Rejection(String where, Reason reason, String detail) implements SourceItem {

    /** Kinds of rejection. */
    public enum Reason {
        /** No such file or directory, or it may not be read. */
        UNREADABLE("unreadable"),
        /** Nothing in it. */
        EMPTY("empty"),
        /** Bytes that are no text. */
        BINARY("binary"),
        /** Larger than a source reads, or than the broker takes. */
        TOO_LARGE("too large"),
        /** Text that is not UTF-8. */
        BAD_UTF8("not UTF-8"),
        /** A line that is no JSON object. */
        BAD_JSON("bad JSON"),
        /** A field that is missing or of the wrong kind. */
        BAD_FIELD("bad field"),
        /** A date that is none. */
        BAD_DATE("bad date"),
        /** Its publisher does not let it out, or not yet. */
        HELD_BACK("held back"),
        /** No text is left after cleaning. */
        NO_TEXT("no text");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** The reason as a summary prints it. */
        public String label() {
            return label;
        }
    }

    /** An article of which cleaning leaves nothing. */
    public static Rejection noText(String where) {
        return new Rejection(where, Reason.NO_TEXT, "no text is left once what is not the article is gone");
    }

    /** One line for a person: where, then what. */
    public String line() {
        return where + ": " + detail;
    }
}
