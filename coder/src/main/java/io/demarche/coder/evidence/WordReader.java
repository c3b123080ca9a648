package io.demarche.coder.evidence;

import io.demarche.coder.act.TriggerFinder;
import io.demarche.coder.act.WordTriggers;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.candidate.Candidate;
import io.demarche.coder.candidate.Reading;
import io.demarche.coder.date.DateChooser;
import io.demarche.coder.date.Dating;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.lexicon.Cues;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.parse.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the words of a sentence that may tell acts, with what speaks for and against each. Immutable. */
public final class WordReader {
    private static final int MOST_PARTIES = 9;
    private static final int MAIN = 3;
    /** Verbs that the lexicon lacks because they tell of anything. */
    private static final Set<String> LIGHT_VERBS = Set.of("be", "have", "say");

    private final Lexicon lexicon;
    private final NounReader nouns;
    private final WordClusters clusters;
    private final TriggerFeatures features;
    private final Predicate<String> knownNoun;

    /**
     * A reader.
     *
     * @param knownNoun which nouns may tell an act, beside those of the lexicon
     */
    public WordReader(Lexicon lexicon, WordClusters clusters, Predicate<String> knownNoun) {
        this.lexicon = lexicon;
        this.clusters = clusters;
        this.nouns = new NounReader(lexicon.nouns());
        this.features = new TriggerFeatures(nouns);
        this.knownNoun = knownNoun;
    }

    /** Reads the sentences of one article, one after the other. Belongs to one thread. */
    public final class OfArticle {
        private final Cast cast;
        private final int sentences;
        private final Function<int[], double[]> chances;
        private final Features gathered = new Features();
        private SentenceCast before = SentencePlace.NOBODY;
        private String latest = "none"; // the kind of act of which a word last told, by the lexicon
        private int latestIndex;

        OfArticle(Cast cast, int sentences, Function<int[], double[]> chances) {
            this.cast = cast;
            this.sentences = sentences;
            this.chances = chances;
        }

        /** The words of the next sentence; {@code ruled} is the same as the rules left it. */
        public List<Told> next(Reading reading, int index) {
            SentenceCast here = SentenceCast.of(reading, nouns);
            List<String> parties = parties(here, before, cast);
            List<Told> told = new ArrayList<>();
            if (parties.size() > 1) {
                SentencePlace place = new SentencePlace(
                        reading,
                        index,
                        sentences,
                        here,
                        before,
                        isNoState(reading),
                        new SentenceClusters(reading.tree(), clusters),
                        gathered);
                int[] setting = SettingFeatures.ofSentence(place, cast);
                TriggerFinder finder = new TriggerFinder(lexicon.acts(), nouns, reading.tree(), reading.actors());
                for (WordTriggers word : finder.words()) {
                    if (isWorth(word, reading)) {
                        told.add(told(word, place, setting, parties));
                    }
                }
            }
            before = here;
            return told;
        }

        /** Of which kind of act the text told last, and how long ago. */
        private String latest(int index) {
            return latest + (index == latestIndex ? "" : index == latestIndex + 1 ? "-1" : "-n");
        }

        private Told told(WordTriggers word, SentencePlace place, int[] setting, List<String> parties) {
            Reading reading = place.reading();
            int token = word.word().token();
            Factuality factuality = reading.stances().read(token);
            Candidate ruled = ruled(reading, token);
            int[] found = features.of(word, factuality, ruled, place, setting, cast, latest(place.index()));
            if (word.first() != null) {
                latest = word.first().type().name();
                latestIndex = place.index();
            }
            double[] likely = chances.apply(found);
            Dating dating = 1 - likely[0] < ArticleWords.LEAST
                    ? Dating.UNKNOWN
                    : DateChooser.choose(
                            reading.tree(),
                            token,
                            factuality,
                            reading.dates(),
                            reading.memory().timeline());
            return new Told(place, word, factuality, ruled, dating, parties, found, likely);
        }
    }

    /**
     * Begins an article.
     *
     * @param sentences how many it has
     * @param chances how probable each kind of act is by a word's features
     */
    public OfArticle article(Cast cast, int sentences, Function<int[], double[]> chances) {
        return new OfArticle(cast, sentences, chances);
    }

    private boolean isWorth(WordTriggers word, Reading reading) {
        String lemma = reading.tree().lemma(word.word().token());
        return !word.matches().isEmpty()
                || (word.word().noun() ? isGap(reading, word) || knownNoun.test(lemma) : !LIGHT_VERBS.contains(lemma));
    }

    private static boolean isGap(Reading reading, WordTriggers word) {
        return reading.tree().tag(word.word().token()).equals(Tag.CD);
    }

    private boolean isNoState(Reading reading) {
        return lexicon.cues()
                .has(
                        Cues.Kind.NOT_STATE,
                        reading.memory().body(),
                        reading.sentence().textBegin(),
                        reading.sentence().end());
    }

    private static @Nullable Candidate ruled(Reading reading, int token) {
        for (Candidate candidate : reading.candidates()) {
            if (candidate.trigger().token() == token) {
                return candidate;
            }
        }
        return null;
    }

    /** The parties of the sentence, of the one before, and those of whom the article speaks most. */
    private static List<String> parties(SentenceCast here, SentenceCast before, Cast cast) {
        Set<String> all = new LinkedHashSet<>(here.codes());
        before.codes().forEach(code -> addWhileFew(all, code));
        cast.ranked().stream().limit(MAIN).forEach(code -> addWhileFew(all, code));
        cast.inTitle().forEach(code -> addWhileFew(all, code));
        return all.stream().limit(MOST_PARTIES).toList();
    }

    private static void addWhileFew(Set<String> all, String code) {
        if (all.size() < MOST_PARTIES) {
            all.add(code);
        }
    }
}
