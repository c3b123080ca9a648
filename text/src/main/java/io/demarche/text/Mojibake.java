package io.demarche.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * UTF-8 that was read as the encoding of Western Windows (or as ISO 8859-1): {@code â€™} for an apostrophe. Its sequences
 * are so unlike any language that they can be undone with certainty, with few exceptions, which are left alone. What other
 * encodings make of the commonest marks stands in a table. Immutable.
 */
final class Mojibake {
    /** A closing quote whose last byte was lost. */
    static final String HALF_QUOTE = "â€";

    static final char CLOSING_QUOTE = '”';

    private final Map<String, Integer> misread = new HashMap<>();

    private Mojibake() {}

    static Mojibake load() {
        Mojibake mojibake = new Mojibake();
        for (Table.Row row :
                Table.load(Table.class, "misread.tsv", "read", "meant").rows()) {
            mojibake.misread.put(row.first(), row.second().codePointAt(0));
        }
        return mojibake;
    }

    /**
     * What the last characters of a text were meant to be.
     *
     * @param length how many of them there are
     * @param meant the character that they stand for
     */
    record Misread(int length, int meant) {}

    /** Whether the character may continue one that was misread. */
    static boolean continues(char c) {
        int b = Windows1252.byteOf(c);
        return b >= 0x80 && b < 0xC0;
    }

    /** What the text's end was meant to be; null where it may be meant as it is. */
    @Nullable
    Misread end(TracedText text) {
        int length = text.length();
        for (Map.Entry<String, Integer> known : misread.entrySet()) {
            if (text.endsWith(known.getKey())) {
                return new Misread(known.getKey().length(), known.getValue());
            }
        }
        if (!continues(text.last())) {
            return null;
        }
        int code = Windows1252.byteOf(text.last()) & 0x3F;
        for (int back = 2; back <= 4 && back <= length; back++) {
            int b = Windows1252.byteOf(text.last(back));
            if (b >= 0x80 && b < 0xC0) {
                code |= (b & 0x3F) << 6 * (back - 1);
                continue;
            }
            return isLead(b, back, text.last()) ? new Misread(back, code | (b & 0x7F >> back) << 6 * (back - 1)) : null;
        }
        return null;
    }

    /** Whether a byte opens a character of so many bytes that English text may hold. */
    private static boolean isLead(int b, int bytes, char last) {
        return switch (bytes) {
            // Ã” and Å’ may be a word's last letter and a closing quote
            case 2 -> b >= 0xC2 && b <= 0xC5 && last != CLOSING_QUOTE && last != '’';
            case 3 -> b == 0xE1 || b == 0xE2 || b == 0xEF;
            case 4 -> b == 0xF0;
            default -> false;
        };
    }
}
