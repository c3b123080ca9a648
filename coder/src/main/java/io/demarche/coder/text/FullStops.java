package io.demarche.coder.text;

import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.sentdetect.SDContextGenerator;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/** Tells the full stops that end a sentence from the others. Not thread-safe: OpenNLP's context generator keeps state. */
final class FullStops {
    /** Characters before and behind a full stop that the model may look at. */
    private static final int WINDOW = 120;

    private final Abbreviations words;
    private final NameSpotter names;
    private final MaxentModel model;
    private final SDContextGenerator context;

    FullStops(SentenceModel model, Abbreviations words, NameSpotter names) {
        this.words = words;
        this.names = names;
        this.model = model.getMaxentModel();
        this.context = model.getFactory().getSDContextGenerator();
    }

    /**
     * Where the sentence that begins at {@code begin} ends, closing quotes included.
     *
     * @param limit where to stop looking
     * @param end of the paragraph, which ends every sentence
     * @return -1 where no sentence ends before {@code limit}
     */
    int sentenceEnd(String text, int begin, int limit, int end) {
        for (int i = begin; i < limit; i++) {
            char c = text.charAt(i);
            if (c != '.' && c != '!' && c != '?' && c != '…') {
                continue;
            }
            int after = i + 1;
            while (after < limit && Characters.isCloser(text.charAt(after)) && !opensNext(text, begin, after, limit)) {
                after++;
            }
            if (after == end) {
                return end;
            }
            if (after < limit && Characters.isSpace(text.charAt(after)) && ends(text, begin, i, after, end)) {
                return loneCloser(text, after, limit, end);
            }
            if (after < limit && isGlued(text, begin, i, after, end)) {
                return after;
            }
            i = after - 1;
        }
        return -1;
    }

    /** A straight quotation mark right before a letter opens what follows, unless one is open already. */
    private static boolean opensNext(String text, int begin, int at, int limit) {
        if (text.charAt(at) != '"' || at + 1 == limit || !Character.isLetter(text.charAt(at + 1))) {
            return false;
        }
        boolean open = false;
        for (int i = at - 1; i >= begin && at - i < WINDOW * 4; i--) {
            open ^= text.charAt(i) == '"';
        }
        return !open;
    }

    /** "left for Lima.Quito did not", where the blank was lost: a word, the mark, and a word that begins with a capital. */
    private boolean isGlued(String text, int begin, int stop, int after, int end) {
        int letter = after;
        while (letter < end && Characters.isOpener(text.charAt(letter))) {
            letter++;
        }
        if (letter + 1 >= end
                || !Character.isUpperCase(text.charAt(letter))
                || !Character.isLowerCase(text.charAt(letter + 1))
                || words.isDomain(wordAt(text, letter, end))
                || isAddress(text, letter, end)) {
            return false;
        }
        int from = stop;
        while (from > begin && Character.isLetterOrDigit(text.charAt(from - 1)) && stop - from < WINDOW) {
            from--;
        }
        String word = text.substring(from, stop);
        if (word.length() == 1) {
            while (from > begin && !Characters.isSpace(text.charAt(from - 1)) && stop - from < WINDOW) {
                from--;
            }
            return isDotted(text.substring(from, stop)) && opensWithName(text, from, letter, end);
        }
        boolean bounded = from == begin || "@/._".indexOf(text.charAt(from - 1)) < 0;
        return bounded
                && (isAllDigits(word) ? word.length() == 4 : isWord(word))
                && !words.isTitle(word)
                && !words.isAbbreviation(word);
    }

    /** Whether what begins here goes on, without a blank, as addresses do: "Org/news", "Doe@news", "Example.Org". */
    private static boolean isAddress(String text, int from, int end) {
        for (int i = from; i < end && i - from < WINDOW && !Characters.isSpace(text.charAt(i)); i++) {
            char c = text.charAt(i);
            boolean inner = c == '.' && i + 1 < end && Character.isLetterOrDigit(text.charAt(i + 1));
            if (c == '@' || c == '/' || c == '_' || inner) {
                return true;
            }
        }
        return false;
    }

    /** Three letters or more, the last of them small. */
    private static boolean isWord(String word) {
        return word.length() > 2
                && word.chars().allMatch(Character::isLetter)
                && Character.isLowerCase(word.charAt(word.length() - 1));
    }

    /** A closing quote that stands alone after the blank belongs to the sentence, too. */
    private static int loneCloser(String text, int after, int limit, int end) {
        int next = skipSpace(text, after, limit);
        if (next < limit
                && Characters.isCloser(text.charAt(next))
                && (next + 1 == end || next + 1 < limit && Characters.isSpace(text.charAt(next + 1)))) {
            return next + 1;
        }
        return after;
    }

    private boolean ends(String text, int begin, int stop, int after, int end) {
        int next = skipSpace(text, after, end);
        int letter = next;
        while (letter < end && Characters.isOpener(text.charAt(letter))) {
            letter++;
        }
        if (letter == end) {
            return true;
        }
        char first = text.charAt(letter);
        if (Character.isLowerCase(first)) {
            return false;
        }
        boolean opensQuote = letter > next;
        if (text.charAt(stop) != '.' || text.charAt(stop - (stop > begin ? 1 : 0)) == '.') {
            return true; // ! ? … ...
        }
        int from = stop;
        while (from > begin && !Characters.isSpace(text.charAt(from - 1)) && stop - from < WINDOW) {
            from--;
        }
        while (from < stop && (Characters.isOpener(text.charAt(from)) || text.charAt(from) == '-')) {
            from++;
        }
        String word = text.substring(from, stop);
        boolean digit = Character.isDigit(first);
        if (word.isEmpty() || words.isTitle(word) || digit && words.standsBeforeNumbers(word)) {
            return false;
        }
        if (isAllDigits(word) && from <= begin + 1) {
            return false; // the number of a list's item
        }
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        if (initial || words.isAbbreviation(word) || isDotted(word)) {
            return after > stop + 1 && !initial
                    || !digit && words.opensSentences(wordAt(text, letter, end))
                    || !initial && opensWithName(text, from, letter, end);
        }
        if (after > stop + 1 || opensQuote || Character.isUpperCase(first) && isPlainWord(word)) {
            return true;
        }
        return modelSays(text, begin, stop, end);
    }

    /** "to the U.S. Venezuela followed suit": a state that does something, and that is no part of a name before it. */
    private boolean opensWithName(String text, int from, int letter, int end) {
        int nameEnd = names.subjectEnd(text, letter, Math.min(end, letter + WINDOW));
        if (nameEnd < 0 || names.nameEnd(text, from, Math.min(end, from + WINDOW)) > letter) {
            return false;
        }
        if (nameEnd + 1 < end && Characters.plain(text.charAt(nameEnd)) == '\'' && text.charAt(nameEnd + 1) == 's') {
            return true;
        }
        int next = skipSpace(text, nameEnd, end);
        String word = next > nameEnd ? wordAt(text, next, end) : "";
        return words.followsSubjects(word)
                || word.length() > 4 && word.endsWith("ed") && Character.isLowerCase(word.charAt(0));
    }

    /** A lower-case word, a number or a long name: no abbreviation. */
    private static boolean isPlainWord(String word) {
        return word.length() > 5 || !Character.isUpperCase(word.charAt(0));
    }

    /** Initials and the like: {@code U.S}, {@code p.m}, {@code D.C}. */
    private static boolean isDotted(String word) {
        int dot = word.indexOf('.');
        return dot > 0 && dot <= 2 && word.length() <= 8 && !Character.isDigit(word.charAt(0));
    }

    private static boolean isAllDigits(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String wordAt(String text, int from, int end) {
        int to = from;
        while (to < end && to - from < WINDOW && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    private boolean modelSays(String text, int begin, int stop, int end) {
        int from = Math.max(begin, stop - WINDOW);
        int to = Math.min(end, stop + WINDOW);
        String[] features = context.getContext(text.substring(from, to).replace('\n', ' '), stop - from);
        return model.getBestOutcome(model.eval(features)).equals(SentenceDetectorME.SPLIT);
    }

    private static int skipSpace(String text, int from, int end) {
        int i = from;
        while (i < end && Characters.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
