package io.demarche.coder.text;

/** Kinds of characters, as all of this package sees them. */
final class Characters {
    private Characters() {}

    /** White space of any kind, the no-break space included. */
    static boolean isSpace(char c) {
        return c <= ' '
                ? Character.isWhitespace(c)
                : c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    static boolean isQuote(char c) {
        return switch (c) {
            case '"', '\'', '`', '“', '”', '„', '‘', '’', '«', '»' -> true;
            default -> false;
        };
    }

    /** What may stand between a full stop and the end of its sentence. */
    static boolean isCloser(char c) {
        return c == '"' || c == '\'' || c == '”' || c == '’' || c == '»' || c == ')' || c == ']';
    }

    /** What may stand between the beginning of a sentence and its first letter. */
    static boolean isOpener(char c) {
        return isQuote(c) || c == '(' || c == '[';
    }

    /** The plain form of a typographic quote or hyphen; any other character is its own. */
    static char plain(char c) {
        return switch (c) {
            case '’', '‘', '`' -> '\'';
            case '“', '”' -> '"';
            case '–' -> '-';
            default -> c;
        };
    }

    /** Whether a cut at {@code position} would part a surrogate pair. */
    static boolean splitsPair(CharSequence text, int position) {
        return position > 0
                && position < text.length()
                && Character.isLowSurrogate(text.charAt(position))
                && Character.isHighSurrogate(text.charAt(position - 1));
    }
}
