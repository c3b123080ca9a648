package io.demarche.coder.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.tokenize.TokenizerModel;
import org.jspecify.annotations.Nullable;

/**
 * Sentences to tokens as the parser's model knows them: OpenNLP's English tokenizer, then {@link TokenRepair}, then
 * initials joined with the full stop that was cut off ("U.N" + "."). In the tokens' forms quotes and dashes are plain
 * ({@code ' " - --}); the offsets are those of the text as given. Any number of threads may share an instance, each gets
 * its own scratch memory. Time is linear in the length of the text; a run of more than 120 characters without white space is
 * one token.
 */
public final class Tokenizer {
    /** What is longer is no English word but an address, a table, junk; the model's time grows with the square of it. */
    private static final int LONGEST_WORD = 120;

    private final ThreadLocal<Session> sessions;

    private Tokenizer(TokenizerModel model) {
        sessions = ThreadLocal.withInitial(() -> new Session(model));
    }

    /**
     * Loads the model. Costly (some tenths of a second): once a process is enough.
     *
     * @throws io.demarche.schemas.DemarcheException where the model is missing or damaged
     */
    public static Tokenizer load() {
        return new Tokenizer(OpenNlpModels.tokens());
    }

    /**
     * The tokens of {@code text[begin, end)}, which is taken for one sentence: a full stop at its end is a token.
     *
     * @throws IndexOutOfBoundsException where the range is not within the text
     */
    public List<Token> tokenize(String text, int begin, int end) {
        return sessions.get().tokenize(text, begin, end);
    }

    /** Not thread-safe. */
    private static final class Session {
        private final WordCutter cutter;

        Session(TokenizerModel model) {
            cutter = new WordCutter(model);
        }

        List<Token> tokenize(String text, int begin, int end) {
            List<Token> tokens = new ArrayList<>((end - begin) / 5 + 4);
            int last = end;
            while (last > begin && Characters.isSpace(text.charAt(last - 1))) {
                last--;
            }
            for (int from = begin; from < last; ) {
                if (Characters.isSpace(text.charAt(from))) {
                    from++;
                    continue;
                }
                int to = from + 1;
                while (to < last && !Characters.isSpace(text.charAt(to))) {
                    to++;
                }
                addRun(new Run(text, from, to), to == last, tokens);
                from = to;
            }
            joinInitials(tokens);
            return tokens;
        }

        private void addRun(Run run, boolean last, List<Token> tokens) {
            if (run.plain.length() > LONGEST_WORD) {
                tokens.add(run.tokenUpTo(run.plain.length()));
                return;
            }
            int[] cuts = cutter.cuts(run.plain);
            int from = 0;
            for (int i = 0; i <= cuts.length; i++) {
                int to = i < cuts.length ? cuts[i] : run.plain.length();
                run.cutAt(from);
                TokenRepair.split(run.plain, from, to, last && i == cuts.length, at -> tokens.add(run.tokenUpTo(at)));
                from = to;
            }
        }

        /** One pass that closes the gaps it makes, so that its time is linear. */
        private static void joinInitials(List<Token> tokens) {
            int kept = 0;
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (i + 2 < tokens.size()
                        && tokens.get(i + 1).form().equals(".")
                        && TokenRepair.isInitials(token.form())) {
                    i++;
                    token = new Token(
                            token.form() + ".", token.begin(), tokens.get(i).end());
                }
                tokens.set(kept++, token);
            }
            tokens.subList(kept, tokens.size()).clear();
        }
    }

    /** Characters without white space between them, and the way back from their plain form to the text. */
    private static final class Run {
        private static final char LONG_DASH = '—';

        final String plain;
        private final int begin;
        /** Where in the text each character of the plain form comes from; null where one is one. */
        private final int @Nullable [] origins;

        private int cut;

        Run(String text, int begin, int end) {
            this.begin = begin;
            boolean asWritten = true;
            boolean longer = false;
            for (int i = begin; i < end; i++) {
                char c = text.charAt(i);
                longer |= c == LONG_DASH;
                asWritten &= c == Characters.plain(c);
            }
            if (asWritten && !longer) {
                plain = text.substring(begin, end);
                origins = null;
                return;
            }
            StringBuilder made = new StringBuilder(end - begin + 8);
            int[] from = new int[(end - begin) * 2 + 1];
            for (int i = begin; i < end; i++) {
                char c = text.charAt(i);
                from[made.length()] = i;
                if (c == LONG_DASH) {
                    made.append('-');
                    from[made.length()] = i;
                    made.append('-');
                } else {
                    made.append(Characters.plain(c));
                }
            }
            from[made.length()] = end;
            plain = made.toString();
            origins = longer ? Arrays.copyOf(from, made.length() + 1) : null;
        }

        void cutAt(int position) {
            cut = position;
        }

        /** The next token: from the last cut up to {@code position}. */
        Token tokenUpTo(int position) {
            Token token = new Token(plain.substring(cut, position), origin(cut), endOrigin(position));
            cut = position;
            return token;
        }

        private int origin(int position) {
            return origins == null ? begin + position : origins[position];
        }

        /** Half a long dash ends where the whole one does, so that no token is empty. */
        private int endOrigin(int position) {
            return origins == null ? begin + position : origins[position - 1] + 1;
        }
    }
}
