package io.demarche.training.parser;

import io.demarche.training.treebank.AnnotatedSentence;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Trains tagger, moves and labels of the coder's parser on trees. The same sentences, clusters and passes give the same
 * model, byte for byte.
 *
 * <pre>{@code
 * ParserTrainer.train(Treebank.read(trees, 80_000), ClusterFile.read(clusters), 6, System.out::println).write(out, 2);
 * }</pre>
 */
public final class ParserTrainer {
    private static final long SEED = 7;
    private static final int PASSES_OF_HALF_A_TAGGER = 3;
    private static final int PASSES_OF_TAGGER = 5;

    private final List<String> tags;
    private final List<String> labels;
    private final SortedMap<String, Integer> clusters;
    private final TaggerTraining tagger;
    private final ParserTraining parser;

    private ParserTrainer(
            List<String> tags,
            List<String> labels,
            SortedMap<String, Integer> clusters,
            TaggerTraining tagger,
            ParserTraining parser) {
        this.tags = tags;
        this.labels = labels;
        this.clusters = clusters;
        this.tagger = tagger;
        this.parser = parser;
    }

    /**
     * Trains.
     *
     * @param sentences two at least
     * @param clusters words with the paths of their Brown clusters, as bits behind a leading 1
     * @param passes over the sentences, when moves and labels are learnt
     * @param progress is told what has been done
     */
    public static ParserTrainer train(
            List<AnnotatedSentence> sentences,
            SortedMap<String, Integer> clusters,
            int passes,
            Consumer<String> progress) {
        Numbering tags = new Numbering();
        Numbering labels = new Numbering();
        List<Lesson> lessons = new ArrayList<>();
        for (AnnotatedSentence sentence : sentences) {
            lessons.add(Lesson.of(sentence, clusters, tags, labels));
        }
        Collections.shuffle(lessons, new Random(SEED));
        progress.accept(lessons.size() + " sentences, " + tags.size() + " tags, " + labels.size() + " labels, "
                + clusters.size() + " words with clusters");
        tagEachHalfByTheOther(lessons, tags.size(), progress);
        ParserTraining parser = ParserTraining.on(lessons, labels.size(), passes, progress);
        TaggerTraining tagger = TaggerTraining.on(lessons, tags.size(), PASSES_OF_TAGGER);
        progress.accept("trained");
        return new ParserTrainer(tags.names(), labels.names(), clusters, tagger, parser);
    }

    /**
     * Writes the model as the coder reads it, and closes the stream.
     *
     * @param least features all of whose weights are smaller are left out: the larger, the smaller the model
     */
    public void write(OutputStream out, double least) throws IOException {
        ModelWriter.write(out, tags, labels, clusters, tagger, parser, least);
    }

    /** The parser must learn from tags that hold such mistakes as it will meet: a tagger makes few on what it was trained on. */
    private static void tagEachHalfByTheOther(List<Lesson> lessons, int tags, Consumer<String> progress) {
        int half = lessons.size() / 2;
        List<Lesson> first = lessons.subList(0, half);
        List<Lesson> second = lessons.subList(half, lessons.size());
        TaggerTraining ofFirst = TaggerTraining.on(first, tags, PASSES_OF_HALF_A_TAGGER);
        TaggerTraining ofSecond = TaggerTraining.on(second, tags, PASSES_OF_HALF_A_TAGGER);
        long right = 0;
        long all = 0;
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            right += (i < half ? ofSecond : ofFirst).tag(lesson);
            all += lesson.size();
        }
        progress.accept(String.format(
                Locale.ROOT, "each half tagged by a tagger of the other: %.2f %% right", 100.0 * right / all));
    }
}
