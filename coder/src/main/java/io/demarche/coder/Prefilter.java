package io.demarche.coder;

import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.lexicon.Name;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.text.PhraseMatch;
import io.demarche.coder.text.Sentence;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells cheaply what cannot report an act, so that only the rest is parsed: a sentence needs a trigger word and two sides,
 * one of which at least is named in it; the other may be a pronoun or "the ministry".
 */
final class Prefilter {
    private static final Set<String> POINTING = WordClasses.set("pointing-pronouns");

    private static final Set<String> DEFINITE = WordClasses.set("definite-words");
    /** Classes of nouns that speak of one state's business with another. */
    private static final Set<String> TWO_SIDED = WordClasses.set("two-sided");

    private static final int BEFORE = 2;

    private final Lexicon lexicon;

    Prefilter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The text; split no further where it does not name two sides. */
    ArticleText screen(ArticleText text) {
        return mayReport(text.body()) ? text : ArticleText.of("");
    }

    /** The text with the sentences to read. */
    ArticleText select(ArticleText text) {
        return text.with(wanted(text.body(), text.sentences()));
    }

    /** Whether the text names two sides at all: with fewer, nobody acts toward another. */
    private boolean mayReport(String body) {
        Set<String> codes = new HashSet<>();
        for (PhraseMatch<Name> match : lexicon.names().find(body)) {
            for (Name name : match.values()) {
                if (name.isActor()) {
                    codes.add(name.code());
                }
            }
            if (codes.size() > 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * The sentences that are worth parsing: those that may report an act; up to {@value #BEFORE} before each, of its own paragraph
     * or where it points back, which may say whom its pronouns mean and when it happened; and the one after, where that may
     * give a deadline.
     */
    private BitSet wanted(String body, List<Sentence> sentences) {
        BitSet wanted = new BitSet();
        Set<String> introduced = TitledNames.of(body, lexicon.nouns());
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (!sentence.headline() && mayReport(body, sentence, introduced)) {
                boolean points = pointsBack(body, sentence.textBegin(), sentence.end(), introduced);
                int first = i;
                while (first > 0
                        && i - first < BEFORE
                        && (points || sentences.get(first - 1).paragraph() == sentence.paragraph())) {
                    first--;
                }
                wanted.set(first, i + 1);
                if (i + 1 < sentences.size() && mayGiveDeadline(body, sentences.get(i + 1))) {
                    wanted.set(i + 1);
                }
            }
        }
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).headline()) {
                wanted.clear(i);
            }
        }
        return wanted;
    }

    private static boolean mayGiveDeadline(String body, Sentence sentence) {
        String text = body.substring(sentence.begin(), sentence.end());
        return text.contains(" hours") || text.contains(" days") || text.contains(" week");
    }

    private boolean mayReport(String body, Sentence sentence, Set<String> introduced) {
        int begin = sentence.textBegin();
        int end = sentence.end();
        List<PhraseMatch<Name>> names = lexicon.names().find(body, begin, end);
        return mayHaveTwoSides(body, begin, end, names, introduced)
                && lexicon.triggerForms().occurIn(body, begin, end);
    }

    private boolean mayHaveTwoSides(
            String body, int begin, int end, List<PhraseMatch<Name>> names, Set<String> introduced) {
        Set<String> codes = new HashSet<>();
        for (PhraseMatch<Name> match : names) {
            for (Name name : match.values()) {
                if (name.isActor()) {
                    codes.add(name.code());
                }
            }
        }
        return codes.size() > 1
                || codes.size() == 1
                        && (pointsBack(body, begin, end, introduced) || anyWord(body, begin, end, this::impliesAnother))
                || codes.isEmpty() && pointsBack(body, begin, end, Set.of(), Set.of());
    }

    /** "Quito recalled its envoy", "rejected the accusations": whom it concerns need not be said again. */
    private boolean impliesAnother(String word) {
        return lexicon.nouns().isOneWordOf(TWO_SIDED, word);
    }

    private static boolean anyWord(String body, int begin, int end, Predicate<String> fits) {
        int i = begin;
        while (i < end) {
            int from = i;
            while (i < end && Character.isLetter(body.charAt(i))) {
                i++;
            }
            if (i > from && fits.test(body.substring(from, i).toLowerCase(Locale.ROOT))) {
                return true;
            }
            i = Math.max(i, from + 1);
        }
        return false;
    }

    /** Whether there is a pronoun, or a noun with "the" that may stand for a state or one of its bodies. */
    private boolean pointsBack(String body, int begin, int end, Set<String> introduced) {
        return pointsBack(body, begin, end, introduced, POINTING);
    }

    private boolean pointsBack(String body, int begin, int end, Set<String> introduced, Set<String> pointing) {
        String before = "";
        int i = begin;
        while (i < end) {
            if (!Character.isLetter(body.charAt(i))) {
                i++;
                continue;
            }
            int from = i;
            while (i < end && Character.isLetter(body.charAt(i))) {
                i++;
            }
            String written = body.substring(from, i);
            String word = written.toLowerCase(Locale.ROOT);
            if (introduced.contains(written)
                    || pointing.contains(word)
                    || DEFINITE.contains(before) && lexicon.nouns().mayAct(word)) {
                return true;
            }
            before = word;
        }
        return false;
    }
}
