package io.demarche.coder.attribute;

import io.demarche.coder.lexicon.Cues;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import io.demarche.coder.text.PhraseMatch;
import java.util.Optional;
import java.util.Set;

/** The reason that the acting side gives, as written: what follows "over" or "because of", the quoted words of it where there are some. */
public final class Reason {
    private static final int LONGEST = 300;
    private static final Set<String> MARKS = Set.of("\"", "``", "''");
    private static final Set<String> STOPS = Set.of(".", ";", ",");

    private Reason() {}

    /** The reason in the words after the act at the token. */
    public static Optional<String> find(ParsedSentence s, int token, String body, Cues cues) {
        int from = s.end(token);
        int to = s.end(s.size() - 1);
        for (PhraseMatch<Cues.Kind> cue : cues.find(Cues.Kind.REASON, body, from, to)) {
            int begin = firstFrom(s, cue.end());
            if (begin >= s.size()) {
                break;
            }
            int first = s.tokenAt(cue.begin());
            if (first < 0 || s.tag(begin).equals(Tag.CD) || !isClause(s, first)) {
                continue;
            }
            Optional<String> reason = read(s, begin);
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    /** "for Wednesday", "over Moscow" are no reasons: what follows must be more than a name. */
    private static boolean isClause(ParsedSentence s, int cue) {
        return s.subtree(cue).size() > 2 || !s.tag(cue).equals(Tag.IN);
    }

    private static int firstFrom(ParsedSentence s, int offset) {
        int i = 0;
        while (i < s.size() && s.begin(i) < offset) {
            i++;
        }
        return i;
    }

    private static Optional<String> read(ParsedSentence s, int begin) {
        int open = -1;
        int end = begin;
        for (int i = begin; i < s.size(); i++) {
            if (MARKS.contains(s.form(i))) {
                if (open < 0) {
                    open = i;
                } else {
                    return text(s, open + 1, i);
                }
            } else if (open < 0 && STOPS.contains(s.form(i))) {
                break;
            }
            end = i + 1;
        }
        return open >= 0 ? text(s, open + 1, s.size()) : text(s, begin, end);
    }

    private static Optional<String> text(ParsedSentence s, int begin, int end) {
        int last = end;
        while (last > begin && (STOPS.contains(s.form(last - 1)) || MARKS.contains(s.form(last - 1)))) {
            last--;
        }
        if (last <= begin) {
            return Optional.empty();
        }
        String text = s.text(begin, last).replaceAll("\\s+", " ");
        return text.length() > LONGEST ? Optional.empty() : Optional.of(text);
    }
}
