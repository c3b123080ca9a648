package io.demarche.coder.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds paragraphs: an empty line parts them always, a single line break where it is no mere wrapping of lines. Newswires
 * wrap at some eighty characters and indent the first line of a paragraph; web text has a paragraph on a line.
 */
final class Paragraphs {
    /** In text with longer lines than this a line is a paragraph. */
    private static final int WIDEST_WRAPPED = 120;
    /** So many more blanks than the block's other lines have make an indentation. */
    private static final int INDENT = 2;
    /** A line that could have taken the next word and so many characters more ended early on purpose. */
    private static final int SLACK = 8;

    private final String text;
    private final List<TextSpan> found = new ArrayList<>();

    private Paragraphs(String text) {
        this.text = text;
    }

    /** The paragraphs without white space around them, from first to last; together they hold every other character. */
    static List<TextSpan> of(String text) {
        Paragraphs paragraphs = new Paragraphs(text);
        List<TextSpan> block = new ArrayList<>();
        for (int begin = 0; begin <= text.length(); ) {
            int newline = text.indexOf('\n', begin);
            int end = newline < 0 ? text.length() : newline;
            TextSpan line = paragraphs.trimmed(begin, end);
            if (line.length() > 0) {
                block.add(line);
            }
            if (line.length() == 0 || newline < 0) {
                paragraphs.addBlock(block);
                block.clear();
            }
            begin = end + 1;
        }
        return paragraphs.found;
    }

    /** The lines between two empty ones, each trimmed. */
    private void addBlock(List<TextSpan> lines) {
        if (lines.isEmpty()) {
            return;
        }
        int width = 0;
        int leastIndent = Integer.MAX_VALUE;
        for (TextSpan line : lines) {
            width = Math.max(width, line.length());
            leastIndent = Math.min(leastIndent, indent(line));
        }
        int begin = lines.get(0).begin();
        for (int i = 1; i < lines.size(); i++) {
            TextSpan before = lines.get(i - 1);
            TextSpan line = lines.get(i);
            boolean parts = width > WIDEST_WRAPPED
                    ? !Character.isLowerCase(text.charAt(line.begin()))
                    : indent(line) >= leastIndent + INDENT
                            || endsEarly(before, line, width)
                            || isHeadline(before) && !isHeadline(line);
            if (parts) {
                found.add(new TextSpan(begin, before.end()));
                begin = line.begin();
            }
        }
        found.add(new TextSpan(begin, lines.get(lines.size() - 1).end()));
    }

    /** Ends like a sentence, though the next word would have had room. */
    private boolean endsEarly(TextSpan line, TextSpan next, int width) {
        int last = line.end() - 1;
        while (last > line.begin() && Characters.isCloser(text.charAt(last))) {
            last--;
        }
        if (".!?:".indexOf(text.charAt(last)) < 0) {
            return false;
        }
        int word = next.begin();
        while (word < next.end() && !Characters.isSpace(text.charAt(word))) {
            word++;
        }
        return line.length() + 1 + word - next.begin() + SLACK <= width;
    }

    /** Whether the line is written in capitals and has a letter or more of at least two words. */
    boolean isHeadline(TextSpan line) {
        return isCapitals(text, line.begin(), line.end());
    }

    /** Whether {@code text[begin, end)} has capitals, at least eight in two words, and no other letters. */
    static boolean isCapitals(String text, int begin, int end) {
        int capitals = 0;
        boolean spaced = false;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            capitals += Character.isUpperCase(c) ? 1 : 0;
            spaced |= capitals > 0 && Characters.isSpace(c);
        }
        return capitals >= 8 && spaced;
    }

    private int indent(TextSpan line) {
        int blanks = 0;
        for (int i = line.begin() - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
            blanks += text.charAt(i) == '\t' ? INDENT : 1;
        }
        return blanks;
    }

    private TextSpan trimmed(int begin, int end) {
        int from = begin;
        int to = end;
        while (from < to && Characters.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && Characters.isSpace(text.charAt(to - 1))) {
            to--;
        }
        return new TextSpan(from, to);
    }
}
