package io.demarche.producer.clean;

import io.demarche.producer.clean.CleaningRule.Kind;
import io.demarche.producer.clean.CleaningRule.Zone;
import io.demarche.text.Damage;
import io.demarche.text.MendedText;
import io.demarche.text.TextMender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Mends an article's text where it was damaged on its way, and takes out what is not the article.
 *
 * <p>A line goes when a rule of the resource file describes the whole of it and it stands where the rule says; a line that
 * merely contains such words stays. In the last line, closing sentences that a paywall rule describes go too. Cleaning
 * twice changes nothing more. Each rule sees lines of bounded length only, so the time is linear in the length of the text
 * whatever the text is. Thread-safe.
 */
public final class ArticleCleaner {
    /** How many kept lines, from the top, count as the head. */
    private static final int HEAD = 6;
    /** How many kept lines, from the end, count as the tail. */
    private static final int TAIL = 12;
    /** How many closing sentences of the last line are looked at, and how far back. */
    private static final int SENTENCES = 4;

    private static final int CLOSING = 400;
    private static final String SENTENCE_ENDS = ".!?…”\"’)";

    /** How often a text is cleaned at most: taking a line out may bring together what belongs together. */
    private static final int PASSES = 3;

    private final TextMender mender = TextMender.load();
    private final List<CleaningRule> rules;

    ArticleCleaner(List<CleaningRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** A cleaner with the bundled rules. */
    public static ArticleCleaner load() {
        return new ArticleCleaner(CleaningRules.bundled());
    }

    /** Cleans title and body. */
    public CleanedText clean(String title, String body) {
        Set<Damage> mended = EnumSet.noneOf(Damage.class);
        String cleanTitle = PlainText.oneLine(mend(title, mended));
        String text = mend(body, mended);
        boolean truncated = false;
        for (int pass = 0; pass < PASSES; pass++) {
            Lines lines = new Lines(PlainText.lines(text));
            lines.drop();
            truncated |= lines.truncated;
            String left = lines.text();
            text = mend(left, mended);
            if (text.equals(left)) {
                break;
            }
        }
        return new CleanedText(cleanTitle, text, truncated, mended);
    }

    /** A short text, such as a name, on one line and without characters that cannot be seen. */
    public String oneLine(String text) {
        return PlainText.oneLine(mender.mend(text).text());
    }

    private String mend(String text, Set<Damage> mended) {
        MendedText result = mender.mend(text);
        mended.addAll(result.damages());
        return result.text();
    }

    private Optional<Kind> match(String line, Zone zone) {
        return rules.stream()
                .filter(rule -> rule.zone() == zone && rule.matches(line))
                .map(CleaningRule::kind)
                .findFirst();
    }

    /** The lines of one body, those dropped marked as such so that no list is shifted. */
    private final class Lines {
        private final List<String> lines;
        private final boolean[] dropped;
        private boolean truncated;

        Lines(String text) {
            lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
            dropped = new boolean[lines.size()];
        }

        void drop() {
            dropAnywhere();
            boolean again = true;
            while (again) {
                boolean head = dropHead();
                boolean tail = dropTail();
                again = head || tail;
            }
        }

        void dropAnywhere() {
            for (int i = 0; i < lines.size(); i++) {
                dropIf(i, Zone.ANY);
            }
        }

        boolean dropHead() {
            boolean any = false;
            for (int i = 0, kept = 0; i < lines.size() && kept < HEAD; i++) {
                if (isText(i)) {
                    if (dropIf(i, Zone.HEAD)) {
                        any = true;
                    } else {
                        kept++;
                    }
                }
            }
            return any;
        }

        boolean dropTail() {
            boolean any = false;
            for (int i = lines.size() - 1, kept = 0; i >= 0 && kept < TAIL; i--) {
                if (isText(i)) {
                    boolean shortened = kept == 0 && shorten(i);
                    boolean gone = dropIf(i, Zone.TAIL) || (shortened && dropIf(i, Zone.ANY));
                    any |= shortened || gone;
                    kept += gone ? 0 : 1;
                }
            }
            return any;
        }

        private boolean isText(int i) {
            return !dropped[i] && !lines.get(i).isEmpty();
        }

        private boolean dropIf(int i, Zone zone) {
            Optional<Kind> kind = isText(i) ? match(lines.get(i), zone) : Optional.empty();
            kind.ifPresent(found -> {
                dropped[i] = true;
                truncated |= found == Kind.PAYWALL;
            });
            return kind.isPresent();
        }

        /** Cuts closing sentences off a line where a paywall rule describes them, the most sentences it describes. */
        private boolean shorten(int i) {
            String line = lines.get(i);
            int end = line.length();
            for (int cut = paywallStart(line, end); cut >= 0; cut = paywallStart(line, end)) {
                end = cut;
                while (end > 0 && line.charAt(end - 1) == ' ') {
                    end--;
                }
            }
            if (end == line.length()) {
                return false;
            }
            lines.set(i, line.substring(0, end));
            truncated = true;
            return true;
        }

        /** Where the closing sentences that are a paywall's notice begin; -1 where there are none. */
        private int paywallStart(String line, int end) {
            int start = -1;
            int nearest = Math.max(2, end - CLOSING);
            for (int from = end - 1, n = 0; from >= nearest && n < SENTENCES; from--) {
                if (line.charAt(from - 1) == ' ' && SENTENCE_ENDS.indexOf(line.charAt(from - 2)) >= 0) {
                    n++;
                    if (isPaywall(line.substring(from, end))) {
                        start = from;
                    }
                }
            }
            return start;
        }

        private boolean isPaywall(String sentences) {
            return rules.stream().filter(rule -> rule.kind() == Kind.PAYWALL).anyMatch(rule -> rule.matches(sentences));
        }

        String text() {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < lines.size(); i++) {
                if (!dropped[i]) {
                    out.append(lines.get(i)).append('\n');
                }
            }
            return PlainText.lines(out.toString());
        }
    }
}
