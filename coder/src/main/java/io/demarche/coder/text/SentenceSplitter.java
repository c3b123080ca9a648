package io.demarche.coder.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits an article's body into sentences. Paragraphs end sentences; a line break inside a paragraph is a blank. Where a
 * full stop is clearly an abbreviation's or clearly a sentence's, rules say so; in doubt OpenNLP's English model decides.
 * A closing quote after the full stop belongs to the sentence before. Where the blank between two sentences was lost, they are
 * parted all the same. A dateline stays part of the first sentence, which
 * says where its own words begin. Together the sentences hold every character of the body that is not white space.
 *
 * <p>Time is linear in the length of the body. No sentence is longer than {@value #LONGEST} characters: what is longer (a
 * table, a list, junk) is cut at a comma or at white space where there is some. Any number of threads may share an instance.
 */
public final class SentenceSplitter {
    /** Some 250 words: no sentence of a news article is that long. */
    public static final int LONGEST = 1500;

    private final ThreadLocal<FullStops> fullStops;

    private SentenceSplitter(ThreadLocal<FullStops> fullStops) {
        this.fullStops = fullStops;
    }

    /**
     * Loads the model: once a process is enough.
     *
     * @throws io.demarche.schemas.DemarcheException where the model is missing or damaged
     */
    public static SentenceSplitter load() {
        return load(NameSpotter.NONE);
    }

    /**
     * The same, with names by which it knows more beginnings: "left for the U.S. Venezuela followed suit".
     *
     * @throws io.demarche.schemas.DemarcheException where the model is missing or damaged
     */
    public static SentenceSplitter load(NameSpotter names) {
        var model = OpenNlpModels.sentences();
        var abbreviations = Abbreviations.load();
        return new SentenceSplitter(ThreadLocal.withInitial(() -> new FullStops(model, abbreviations, names)));
    }

    /** The sentences of the body, from first to last; none in a body of white space. */
    public List<Sentence> split(String body) {
        List<Sentence> sentences = new ArrayList<>();
        List<TextSpan> paragraphs = Paragraphs.of(body);
        for (int i = 0; i < paragraphs.size(); i++) {
            split(body, paragraphs.get(i), i, sentences);
        }
        return sentences;
    }

    private void split(String body, TextSpan paragraph, int number, List<Sentence> sentences) {
        FullStops stops = fullStops.get();
        boolean headline = Paragraphs.isCapitals(body, paragraph.begin(), paragraph.end());
        int begin = paragraph.begin();
        int textBegin = Dateline.end(body, begin, paragraph.end());
        while (begin < paragraph.end()) {
            int limit = Math.min(paragraph.end(), begin + LONGEST);
            int end = stops.sentenceEnd(body, textBegin, limit, paragraph.end());
            if (end < 0) {
                end = limit == paragraph.end() ? limit : cut(body, textBegin, limit);
            }
            sentences.add(new Sentence(begin, end, textBegin, number, headline));
            begin = end;
            while (begin < paragraph.end() && Characters.isSpace(body.charAt(begin))) {
                begin++;
            }
            textBegin = begin;
        }
    }

    /** Where to cut a sentence that has no end before {@code limit}: after a comma, at white space, or anywhere. */
    private static int cut(String body, int begin, int limit) {
        int floor = begin + (limit - begin) / 2;
        int space = -1;
        for (int i = limit - 1; i > floor; i--) {
            if (Characters.isSpace(body.charAt(i))) {
                char before = body.charAt(i - 1);
                if (before == ';' || before == ',') {
                    return i;
                }
                if (space < 0) {
                    space = i;
                }
            }
        }
        if (space >= 0) {
            int end = space;
            while (Characters.isSpace(body.charAt(end - 1))) {
                end--;
            }
            return end > begin ? end : limit;
        }
        return Characters.splitsPair(body, limit) ? limit - 1 : limit;
    }
}
