package io.demarche.text;

/**
 * Mends texts: takes HTML's tags out, reads its entities, undoes misread encodings, puts an apostrophe where a mark stands for
 * one or was lost, reads printers' forms of letters, joins words that a line's end parts. Only what is certain is mended;
 * sound text is returned as it is, and white space is left to others. Mending twice changes nothing more. The time is linear.
 * Immutable; any number of threads may share one.
 */
public final class TextMender {
    private final Entities entities = Entities.load();
    private final Markup markup = Markup.load();
    private final Mojibake mojibake = Mojibake.load();
    private final LineHyphens hyphens = LineHyphens.load();

    private TextMender() {}

    /**
     * A mender with the bundled tables.
     *
     * @throws io.demarche.schemas.DemarcheException where a table is missing or malformed, naming file and line
     */
    public static TextMender load() {
        return new TextMender();
    }

    /** The text as it was meant. */
    public MendedText mend(String text) {
        return isSound(text) ? MendedText.sound(text) : new Mending(text, entities, markup, mojibake, hyphens).mended();
    }

    /** Whether there is nothing that could want mending: one quick look at each character. */
    private static boolean isSound(String text) {
        char before = 0;
        boolean newLine = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                newLine = true;
            } else if (c > ' ' && c < 0x7F) {
                if (c == '&' || c == '<' || newLine && before == '-' || before == '?' && Character.isLetter(c)) {
                    return false;
                }
                before = c;
                newLine = false;
            } else if (c == ' ' || c == '\t') {
                before = before == '-' ? '-' : ' ';
            } else if (isSoundLetterOrMark(c)) {
                before = c;
                newLine = false;
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean isSoundLetterOrMark(char c) {
        return switch (c) {
            case '‘', '’', '“', '”', '–', '—', '…', '€', '£' -> true;
            default -> c >= 0xC6 && c <= 0x17F && Windows1252.byteOf(c) != 0xE2 || c == 0xC0 || c == 0xC1;
        };
    }
}
