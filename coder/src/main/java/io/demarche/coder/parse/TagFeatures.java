package io.demarche.coder.parse;

import static io.demarche.coder.parse.WordForm.FIRST_WORD;
import static io.demarche.coder.parse.WordForm.clusterPath;

/** What the choice of a tag sees of a sentence: the word, its neighbours, and the two tags before it. */
public final class TagFeatures {
    private TagFeatures() {}

    /**
     * Collects the features of word {@code i}.
     *
     * @param tag1 the tag of the word before, -1 where there is none
     * @param tag2 the tag of the word before that, -1 where there is none
     */
    public static void collect(Words words, int i, int tag1, int tag2, Features f) {
        String form = words.form[i];
        FormFacts facts = words.facts[i];
        long w = word(words, i);
        long before = word(words, i - 1);
        long before2 = word(words, i - 2);
        long after = word(words, i + 1);
        long after2 = word(words, i + 2);
        int suffix3 = facts.suffix3();
        int suffix2 = facts.suffix2();
        int shape = i == 0 ? facts.shape() | FIRST_WORD : facts.shape();
        int cluster = cluster(words, i);
        int clusterAfter = cluster(words, i + 1);
        int clusterBefore = cluster(words, i - 1);
        long path8 = clusterPath(cluster, 8);

        f.clear();
        f.add(1, 0);
        // the word itself
        f.add(2, w);
        f.add(3, suffix3);
        f.add(4, suffix2);
        f.add(5, facts.suffix1());
        f.add(6, form.charAt(0));
        f.add(7, shape);
        f.add(24, facts.suffix4());
        f.add(27, facts.prefix3());
        f.add(28, facts.prefix2());
        // the tags before
        f.add(8, tag1);
        f.add(9, tag1 * 997L + tag2);
        f.add(10, w, tag1);
        f.add(22, suffix3, tag1);
        f.add(25, shape, tag1);
        // the words around
        f.add(11, before);
        f.add(12, after);
        f.add(13, before2);
        f.add(14, after2);
        f.add(15, before, w);
        f.add(16, w, after);
        f.add(17, before, after);
        f.add(26, after, after2);
        if (i + 1 < words.size) {
            FormFacts next = words.facts[i + 1];
            f.add(18, next.suffix3());
            f.add(19, next.shape() * 64L + (words.form[i + 1].charAt(0) & 63));
            f.add(20, next.suffix2(), tag1);
        }
        if (i > 0) {
            FormFacts last = words.facts[i - 1];
            f.add(21, last.suffix3());
            f.add(23, last.suffix2(), suffix2);
        }
        // Brown clusters
        f.add(30, cluster);
        f.add(31, path8);
        f.add(32, clusterAfter);
        f.add(33, clusterBefore);
        f.add(34, path8, tag1);
        f.add(35, clusterBefore, clusterAfter);
        f.add(36, cluster, clusterAfter);
        f.add(37, clusterPath(cluster, 6), suffix2);
    }

    /** The word, or a number for each place beyond the ends of the sentence. */
    private static long word(Words words, int i) {
        if (i < 0) {
            return -1 + i;
        }
        return i >= words.size ? -3 - (i - words.size) : words.word[i];
    }

    private static int cluster(Words words, int i) {
        return i < 0 || i >= words.size ? 1 : words.cluster[i];
    }
}
