package io.demarche.consumer.sink;

/** Builds lines of at most a given width; what is longer goes on at the same indent, but a word is never cut. */
final class TextBlock {
    private final int width;
    private final StringBuilder out = new StringBuilder();

    TextBlock(int width) {
        this.width = width;
    }

    /** A line as it is. */
    TextBlock line(String line) {
        out.append(line).append('\n');
        return this;
    }

    /**
     * Text over as many lines as it needs.
     *
     * @param first what the first line starts with
     * @param indent what each further line starts with, in spaces
     */
    TextBlock wrapped(String first, int indent, String text) {
        StringBuilder line = new StringBuilder(first);
        int length = first.codePointCount(0, first.length());
        boolean empty = true;
        for (String word : text.split(" ")) {
            int wordLength = word.codePointCount(0, word.length());
            if (!empty && length + 1 + wordLength > width) {
                line(line.toString());
                line.setLength(0);
                line.append(" ".repeat(indent));
                length = indent;
                empty = true;
            }
            if (!empty) {
                line.append(' ');
                length++;
            }
            line.append(word);
            length += wordLength;
            empty = false;
        }
        return line(line.toString());
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
