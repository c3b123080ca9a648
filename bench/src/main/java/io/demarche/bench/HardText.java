package io.demarche.bench;

import java.util.Random;

/** Texts that tempt a coder to take more than its share of time or memory, of any length. */
enum HardText {
    /** Nothing ends it. */
    ENDLESS_SENTENCE("Norway expelled two Russian diplomats and "),
    /** Every sentence has the same act, which is to be coded once. */
    SAME_ACT_AGAIN("Norway expelled two Russian diplomats. "),
    /** Each name might act on each other. */
    ENDLESS_LIST("Norway, Russia, France, Peru, Chile, Japan and the Kremlin summoned the ambassadors of "),
    /** Whom do they mean? */
    PRONOUNS("Russia told them that he had summoned him. The ministry said they would expel its envoys to Norway. "),
    /** Each may count from the one before, and makes another event of the same act. */
    DATES("") {
        @Override
        String ofLength(int length) {
            StringBuilder text = new StringBuilder();
            for (int day = 0; text.length() < length; day++) {
                text.append("On ").append(1 + day % 28).append(" May ").append(1500 + day / 28 % 500);
                text.append(", three days before last Monday, Norway recalled its ambassador to Russia. ");
            }
            return text.toString();
        }
    },
    FULL_STOPS("Norway and Russia met at 5 p.m. in St. Petersburg, No. 7. J. R. Q. said. "),
    BRACKETS("Norway (and [Russia (which \u2013 "),
    WITHOUT_SPACES("NorwayexpelledRussia"),
    BLANKS(" \n\t \n\n"),
    LINES("Norway\nRussia\n"),
    DEEP_QUOTES("") {
        @Override
        String ofLength(int length) {
            String opening = "\"Norway said 'Russia expelled it, \u201cand ";
            int depth = length / (opening.length() + 3);
            return "Norway and Russia met. " + opening.repeat(depth) + "\u201d'\"".repeat(depth);
        }
    },
    RANDOM_UNICODE("") {
        @Override
        String ofLength(int length) {
            Random random = new Random(5);
            StringBuilder text = new StringBuilder("Norway and Russia met. ");
            while (text.length() < length) {
                text.append((char) random.nextInt(Character.MAX_VALUE + 1)); // half of a surrogate pair, too
            }
            return text.toString();
        }
    },
    /** Real prose, as long as a book. */
    NEWS("") {
        @Override
        String ofLength(int length) {
            StringBuilder text = new StringBuilder();
            while (text.length() < length) {
                OwnArticles.diplomatic()
                        .forEach(article -> text.append(article.body()).append("\n\n"));
            }
            return text.substring(0, length);
        }
    };

    private final String repeated;

    HardText(String repeated) {
        this.repeated = repeated;
    }

    /** About so many characters of it. */
    String ofLength(int length) {
        return repeated.repeat(length / repeated.length() + 1);
    }
}
