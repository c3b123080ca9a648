package io.demarche.producer.source;

/**
 * Title and body of a plain text.
 *
 * <p>The first line that is not blank is the title if an empty line follows it, text follows that, it has at most 200
 * characters, and it does not end like a sentence (with a full stop). Otherwise the text has no title: a first paragraph
 * must not be lost to the coder because of a blank line after it.
 *
 * @param title empty where the text has none
 * @param body all the rest
 */
record TextArticle(String title, String body) {
    private static final int LONGEST_TITLE = 200;
    private static final String CLOSING_QUOTES = "\"'”’»)]";

    static TextArticle of(String text) {
        String unified = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        int end = unified.indexOf('\n');
        if (end > 0 && end <= LONGEST_TITLE) {
            int next = unified.indexOf('\n', end + 1);
            boolean blankFollows = next >= 0 && unified.substring(end + 1, next).isBlank();
            String first = unified.substring(0, end).strip();
            if (blankFollows && !endsLikeSentence(first)) {
                return new TextArticle(first, unified.substring(next + 1).strip());
            }
        }
        return new TextArticle("", unified);
    }

    private static boolean endsLikeSentence(String line) {
        int last = line.length() - 1;
        while (last >= 0 && CLOSING_QUOTES.indexOf(line.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && line.charAt(last) == '.';
    }
}
