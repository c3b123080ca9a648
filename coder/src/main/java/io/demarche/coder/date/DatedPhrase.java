package io.demarche.coder.date;

import io.demarche.coder.parse.TokenRange;

/**
 * A phrase that says when.
 *
 * @param begin its first token
 * @param end the token after its last
 * @param dating the date it means
 * @param scope the words that it dates: the whole sentence; or one clause, as "a day after she left" dates the leaving; or
 *     none, as a deadline dates nothing that was done
 */
public record DatedPhrase(int begin, int end, Dating dating, TokenRange scope) {
    private static final TokenRange SENTENCE = new TokenRange(0, Integer.MAX_VALUE);
    private static final TokenRange NOTHING = new TokenRange(0, 0);

    DatedPhrase(int begin, int end, Dating dating) {
        this(begin, end, dating, SENTENCE);
    }

    /** The same as the date of one clause alone. */
    DatedPhrase within(TokenRange clause) {
        return new DatedPhrase(begin, end, dating, clause);
    }

    /** The same as a deadline. */
    DatedPhrase asDeadline() {
        return within(NOTHING);
    }

    /** Whether it may date an act reported by this token. */
    boolean dates(int token) {
        return scope.contains(token);
    }

    /** Whether it speaks of one clause alone. */
    boolean isNarrow() {
        return scope.size() < SENTENCE.size();
    }
}
