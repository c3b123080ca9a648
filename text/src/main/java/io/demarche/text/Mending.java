package io.demarche.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mending of one text. Characters are appended one by one, and after each the end of what is there is looked at: where it is
 * damage, what it stands for is appended in its place, and looked at in turn. So nothing that could be mended is left in the end.
 */
final class Mending {
    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char LOST = '�';
    private static final char NEXT_LINE = '\u0085';
    private static final int LONGEST_WORD = 40;
    /** How many lost characters one apostrophe leaves at most: its bytes. */
    private static final int BYTES = 3;

    private final String given;
    private final Entities entities;
    private final Markup markup;
    private final Mojibake mojibake;
    private final LineHyphens hyphens;
    private final TracedText out;
    private final Set<Damage> damages = EnumSet.noneOf(Damage.class);
    /** Where the brackets stand that may open a tag, and how many quotation marks stand before each. */
    private final Deque<Bracket> brackets = new ArrayDeque<>();

    private int quotes;
    private @Nullable Hidden hidden;
    /** Where a soft hyphen stood, as long as nothing but white space has come behind it; -1 otherwise. */
    private int softHyphen = -1;
    /** The last place where a line's end may part a word, whose second part has begun. */
    private @Nullable Parting parting;

    Mending(String given, Entities entities, Markup markup, Mojibake mojibake, LineHyphens hyphens) {
        this.given = given;
        this.entities = entities;
        this.markup = markup;
        this.mojibake = mojibake;
        this.hyphens = hyphens;
        this.out = new TracedText(given.length());
    }

    private record Bracket(int at, int quotes) {}

    /** What is open that is not for readers: a script. */
    private record Hidden(String tag, int from, int quotes) {}

    /** Where the hyphen stands, where the letters behind the end of line begin, and where they ended when all was left; -1 before. */
    private record Parting(int hyphen, int tail, int left) {
        /** Whether it was left, and its second part has not grown since. */
        boolean isSettled(CharSequence text) {
            return left >= 0 && left < text.length() && !isOfWord(text.charAt(left));
        }
    }

    MendedText mended() {
        for (int i = 0; i < given.length(); ) {
            int c = given.codePointAt(i);
            int next = i + Character.charCount(c);
            put(c, i, next);
            i = next;
        }
        closeHalfQuote();
        joinHyphenated('\0');
        mendClitic('\0');
        return given.contentEquals(out) ? MendedText.sound(given) : out.mended(given.length(), damages);
    }

    /** Appends a character in the form in which it is read. */
    private void put(int c, int begin, int end) {
        switch (Character.getType(c)) {
            case Character.FORMAT -> {
                if (c == SOFT_HYPHEN && Character.isLetter(out.last())) {
                    softHyphen = out.length();
                }
            }
            case Character.SURROGATE -> append(LOST, begin, end);
            case Character.CONTROL -> control((char) c, begin, end);
            case Character.NON_SPACING_MARK -> mark(c, begin, end);
            default -> {
                if (isLetterform(c)) {
                    damages.add(Damage.LETTERFORMS);
                    spread(Normalizer.normalize(Character.toString(c), Form.NFKC), begin, end);
                } else if (c > 0xFFFF) {
                    spread(Character.toString(c), begin, end);
                } else {
                    append(canonical((char) c), begin, end);
                }
            }
        }
    }

    /** Characters that Unicode holds for one and the same as one that is looked for here. */
    private static char canonical(char c) {
        return switch (c) {
            case '\u0374' -> 'ʹ';
            case '\u037E' -> ';';
            case '\u0387' -> '·';
            case '\u1FEF' -> '`';
            case '\u1FFD' -> '´';
            case '\u212A' -> 'K';
            case '\u212B' -> 'Å';
            default -> c;
        };
    }

    private void spread(String text, int begin, int end) {
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i), begin, end);
        }
    }

    private static boolean isLetterform(int c) {
        return c >= 0xFB00 && c <= 0xFB06 || c >= 0xFF01 && c <= 0xFF5E || c >= 0x1D400 && c <= 0x1D7FF;
    }

    /** Control characters are white space, or a misread character, or nothing. */
    private void control(char c, int begin, int end) {
        if (c >= '\t' && c <= '\r') {
            append(c, begin, end);
        } else if (c >= 0x80) {
            append(c, begin, end);
            if (out.last() == c && c != NEXT_LINE) { // no part of a longer one
                truncate(out.length() - 1);
                char meant = Windows1252.character(c);
                if (meant != c) {
                    damages.add(Damage.MOJIBAKE);
                    append(meant, begin, end);
                }
            }
        }
    }

    /** A mark and the letter that it stands on become one character where there is one. */
    private void mark(int c, int begin, int end) {
        if (c <= 0xFFFF && out.length() > 0) {
            String composed = Normalizer.normalize("" + out.last() + (char) c, Form.NFC);
            if (composed.length() == 1) {
                int from = out.begin(out.length() - 1);
                truncate(out.length() - 1);
                append(composed.charAt(0), from, end);
                return;
            }
        }
        spread(Character.toString(c), begin, end);
    }

    private void append(char c, int begin, int end) {
        if (!Mojibake.continues(c)
                && !(c == 'â' && given.startsWith("„¢", end))) { // misread twice: its third part comes
            closeHalfQuote();
        }
        if (Character.isLetter(c)) {
            joinLines(c);
            mendApostrophe();
        } else {
            joinHyphenated(c);
            if (!Character.isDigit(c)) {
                mendClitic(c);
            }
        }
        if (!isSpace(c)) {
            softHyphen = -1;
        }
        out.append(c, begin, end);
        switch (c) {
            case '<' -> brackets.push(new Bracket(out.length() - 1, quotes));
            case '"' -> quotes++;
            case '>' -> takeTagOut(end);
            case '[' -> takeOut("<![CDATA[");
            case ';' -> readEntity(end);
            default -> {
                if (c >= 0x80) {
                    undoMisreading(end);
                }
            }
        }
    }

    private void undoMisreading(int end) {
        Mojibake.Misread misread = mojibake.end(out);
        if (misread != null) {
            replace(misread.length(), misread.meant(), end, Damage.MOJIBAKE);
        }
    }

    private void readEntity(int end) {
        int at = Entities.begin(out);
        if (at >= 0) {
            entities.character(out.subSequence(at + 1, out.length() - 1))
                    .ifPresent(meant -> replace(out.length() - at, meant, end, Damage.ENTITIES));
        }
    }

    private void replace(int length, int meant, int end, Damage damage) {
        damages.add(damage);
        int from = out.length() - length;
        int begin = out.begin(from);
        truncate(from);
        put(meant, begin, end);
    }

    /** "â€" of which the third part was lost. */
    private void closeHalfQuote() {
        if (out.last() == '€' && out.endsWith(Mojibake.HALF_QUOTE)) {
            int end = out.end(out.length() - 1);
            replace(Mojibake.HALF_QUOTE.length(), Mojibake.CLOSING_QUOTE, end, Damage.MOJIBAKE);
        }
    }

    /** The marks around text that is to be read as it is: what stands between them stays. */
    private boolean takeOut(String mark) {
        boolean there = out.endsWith(mark);
        if (there) {
            damages.add(Damage.MARKUP);
            truncate(out.length() - mark.length());
        }
        return there;
    }

    private void takeTagOut(int end) {
        if (takeOut("]]>")) {
            return;
        }
        while (!brackets.isEmpty() && !stands(brackets.peek())) {
            brackets.pop();
        }
        Bracket bracket = brackets.peek();
        if (bracket == null || (quotes - bracket.quotes()) % 2 != 0) {
            return;
        }
        Markup.Tag tag = markup.tag(out, bracket.at(), out.length());
        if (tag == null) {
            return;
        }
        damages.add(Damage.MARKUP);
        brackets.pop();
        quotes = bracket.quotes();
        int begin = out.begin(bracket.at());
        truncate(bracket.at());
        if (hidden != null && tag.closing() && tag.name().equals(hidden.tag())) {
            truncate(Math.min(hidden.from(), out.length()));
            quotes = hidden.quotes();
            hidden = null;
        } else if (hidden == null && tag.role() == Markup.Role.HIDDEN && !tag.closing()) {
            hidden = new Hidden(tag.name(), out.length(), quotes);
        }
        spread(tag.role().text(), begin, end);
    }

    /** Whether it has not gone with what it stood in. */
    private boolean stands(Bracket bracket) {
        return bracket.at() < out.length() && out.charAt(bracket.at()) == '<';
    }

    /** A letter comes: a mark between two letters that looks like an apostrophe is one. */
    private void mendApostrophe() {
        if (isApostropheLike(out.last()) && Character.isLetter(out.last(2))) {
            replaceMark();
        }
    }

    /** Puts an apostrophe in the place of the last character. It ends a word, and may be a part of what was misread. */
    private void replaceMark() {
        damages.add(Damage.APOSTROPHES);
        int mark = out.length() - 1;
        int begin = out.begin(mark);
        int end = out.end(mark);
        truncate(mark);
        append('’', begin, end);
    }

    private static boolean isApostropheLike(char c) {
        return switch (c) {
            case 'ʼ', 'ʹ', '´', '′', '‛', '՚', 'ꞌ' -> true;
            default -> false;
        };
    }

    /** A word has ended: before "s", "t", "re" at its end, a lost character or a question mark was an apostrophe. */
    private void mendClitic(char after) {
        if (isSpace(after) && isApostropheLike(out.last()) && out.last(2) == 's') {
            replaceMark(); // the plural's
            return;
        }
        int letters = cliticLength();
        if (letters == 0) {
            return;
        }
        int mark = out.length() - letters - 1;
        int first = mark;
        if (out.charAt(mark) == '?') {
            if (after == '=' || after == '&' || after == '/') {
                return; // an address
            }
        } else {
            while (first > 0 && out.charAt(first - 1) == LOST && mark - first < BYTES - 1) {
                first--;
            }
        }
        if (first > 0 && Character.isLetter(out.charAt(first - 1))) {
            damages.add(Damage.APOSTROPHES);
            String clitic = out.subSequence(mark + 1, out.length());
            int begin = out.begin(first);
            int end = out.end(mark);
            int[] places = new int[letters * 2];
            for (int i = 0; i < letters; i++) {
                places[2 * i] = out.begin(mark + 1 + i);
                places[2 * i + 1] = out.end(mark + 1 + i);
            }
            truncate(first);
            append('’', begin, end);
            for (int i = 0; i < letters; i++) {
                out.append(clitic.charAt(i), places[2 * i], places[2 * i + 1]);
            }
        }
    }

    /** How many letters a clitic has that the text ends with behind a lost mark; 0 for none. */
    private int cliticLength() {
        for (int letters = 1; letters <= 2; letters++) {
            char mark = out.last(letters + 1);
            if (mark == LOST || mark == '?') {
                return isClitic(out.subSequence(out.length() - letters, out.length())) ? letters : 0;
            }
        }
        return 0;
    }

    private static boolean isClitic(String word) {
        return switch (word) {
            case "s", "t", "d", "m", "re", "ve", "ll", "S", "T", "D", "M", "RE", "VE", "LL" -> true;
            default -> false;
        };
    }

    /** A letter comes: what stands before it may be the end of a line that parted its word. */
    private void joinLines(char c) {
        int softly = softHyphen;
        softHyphen = -1;
        char last = out.last();
        if (softly == out.length()) {
            damages.add(Damage.HYPHENS); // within a line
            return;
        }
        if (!isSpace(last)) {
            return;
        }
        int word = out.length();
        int breaks = 0;
        while (word > 0 && isSpace(out.charAt(word - 1))) {
            word--;
            breaks += isLineBreak(word) ? 1 : 0;
        }
        if (breaks != 1 || word == 0) {
            return;
        }
        if (softly == word) {
            damages.add(Damage.HYPHENS);
            truncate(word);
        } else if ((out.charAt(word - 1) == '-' || out.charAt(word - 1) == '‐') && Character.isLowerCase(c)) {
            parting = new Parting(word - 1, out.length(), -1);
        }
    }

    /**
     * A word has ended: where a line's end parted it, it is joined. Its second part is looked at as it was mended; where it is
     * left, more of it may come, as from an entity.
     */
    private void joinHyphenated(char after) {
        if (parting == null || parting.isSettled(out)) {
            return;
        }
        int hyphen = parting.hyphen();
        int head = hyphen;
        while (head > 0 && hyphen - head < LONGEST_WORD && isOfWord(out.charAt(head - 1))) {
            head--;
        }
        if (head == hyphen) {
            parting = null;
            return;
        }
        int tail = parting.tail();
        int end = tail;
        while (end < out.length() && end - tail < LONGEST_WORD && isOfWord(out.charAt(end))) {
            end++;
        }
        boolean hyphenated =
                head > 0 && out.charAt(head - 1) == '-' || (end < out.length() ? out.charAt(end) : after) == '-';
        switch (hyphens.outcome(out.subSequence(head, hyphen), hyphenated, out.subSequence(tail, end))) {
            case JOINED -> remove(hyphen, tail);
            case KEPT -> remove(hyphen + 1, tail);
            case LEFT -> {
                parting = new Parting(hyphen, tail, end);
                return;
            }
        }
        damages.add(Damage.HYPHENS);
    }

    /** Whether it is a letter, and not a mark that Unicode takes for one. */
    private static boolean isOfWord(char c) {
        return Character.isLetter(c) && !isApostropheLike(c);
    }

    private void remove(int from, int to) {
        out.remove(from, to);
        parting = null;
        softHyphen -= softHyphen >= to ? to - from : 0;
        if (hidden != null && hidden.from() >= to) {
            hidden = new Hidden(hidden.tag(), hidden.from() - (to - from), hidden.quotes());
        }
    }

    private void truncate(int to) {
        out.truncate(to);
        if (parting != null && to <= parting.tail()) {
            parting = null;
        }
    }

    private boolean isLineBreak(int at) {
        return switch (out.charAt(at)) {
            case '\n', '\f', NEXT_LINE, '\u2028', '\u2029' -> true;
            case '\r' -> at + 1 == out.length() || out.charAt(at + 1) != '\n';
            default -> false;
        };
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEXT_LINE;
    }
}
