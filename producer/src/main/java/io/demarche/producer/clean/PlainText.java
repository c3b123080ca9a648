package io.demarche.producer.clean;

import java.text.Normalizer;

/**
 * Brings text into one form: Unicode NFC, line feeds only, single plain spaces, no control or invisible characters, no
 * unpaired surrogates, no blanks at the ends of lines, at most one empty line between two others. Idempotent and linear.
 */
final class PlainText {
    private static final char REPLACEMENT = '�';

    private PlainText() {}

    /** The text in its one form, with its lines. */
    static String lines(String text) {
        return squeeze(Normalizer.normalize(visible(text), Normalizer.Form.NFC));
    }

    /** The text in its one form, on one line. */
    static String oneLine(String text) {
        return lines(lines(text).replace('\n', ' '));
    }

    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r') {
                out.append('\n');
                if (i < text.length() && text.charAt(i) == '\n') {
                    i++;
                }
            } else {
                appendVisible(out, c);
            }
        }
        return out.toString();
    }

    private static void appendVisible(StringBuilder out, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL -> {
                if (c == '\n' || c == '\f' || c == 0x85) {
                    out.append('\n');
                } else if (c == '\t' || c == 0x0B) {
                    out.append(' ');
                }
            }
            case Character.FORMAT -> {
                // Zero-width and direction marks: nothing a reader sees, and they break up words for the coder.
            }
            case Character.SURROGATE -> out.append(REPLACEMENT);
            case Character.SPACE_SEPARATOR -> out.append(' ');
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> out.append('\n');
            default -> out.appendCodePoint(c);
        }
    }

    private static String squeeze(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int breaks = 0;
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                breaks++;
                space = false;
            } else if (c == ' ') {
                space = true;
            } else {
                if (out.length() > 0) {
                    out.append("\n".repeat(Math.min(breaks, 2)));
                    if (space && breaks == 0) {
                        out.append(' ');
                    }
                }
                out.append(c);
                breaks = 0;
                space = false;
            }
        }
        return out.toString();
    }
}
