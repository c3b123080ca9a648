package io.demarche.coder.parse;

import io.demarche.schemas.DemarcheException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * What the parser learnt, read once and shared by all threads.
 *
 * @param tags the part-of-speech tags (Penn Treebank); weights speak of their indices
 * @param labels the dependency labels (CLEAR)
 * @param fixedTags words that only ever had one tag, with that tag
 * @param clusters lower-case words with the path of their Brown cluster, as bits behind a leading 1
 * @param tagger chooses the tag of a word
 * @param mover chooses the next move
 * @param labeller chooses the label of a new arc
 */
public record ParserModel(
        String[] tags,
        String[] labels,
        Map<String, Integer> fixedTags,
        Map<String, Integer> clusters,
        Weights tagger,
        MoveWeights mover,
        Weights labeller) {
    public static final int MAGIC = 0x4E505231;
    private static final int MOST_NAMES = 256;
    private static final int MOST_WORDS = 1 << 20;

    /**
     * Reads a bundled model.
     *
     * @param resource its name on the class path, absolute
     * @throws DemarcheException where it is missing, is no parser model or is cut short
     */
    public static ParserModel load(String resource) {
        try (InputStream in = ParserModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new DemarcheException(
                        "parser model " + resource + " is missing from the class path: rebuild the coder");
            }
            return read(in);
        } catch (IOException e) {
            throw new DemarcheException(
                    "parser model " + resource + " cannot be read (" + e.getMessage() + "): rebuild the coder", e);
        }
    }

    /** Reads a gzipped model; does not close the stream. */
    public static ParserModel read(InputStream gzipped) throws IOException {
        DataInputStream in = ModelBytes.of(gzipped);
        if (in.readInt() != MAGIC) {
            throw new IOException("not a parser model");
        }
        String[] tags = readNames(in);
        String[] labels = readNames(in);
        Map<String, Integer> fixedTags = readWords(in);
        Map<String, Integer> clusters = readWords(in);
        return new ParserModel(
                tags, labels, fixedTags, clusters, Weights.read(in), MoveWeights.read(in), Weights.read(in));
    }

    private static String[] readNames(DataInputStream in) throws IOException {
        String[] names = new String[count(in, MOST_NAMES, "names")];
        for (int i = 0; i < names.length; i++) {
            names[i] = in.readUTF().intern(); // they are compared with constants all the time
        }
        return names;
    }

    private static Map<String, Integer> readWords(DataInputStream in) throws IOException {
        int n = count(in, MOST_WORDS, "words");
        Map<String, Integer> words = new HashMap<>(n * 2);
        for (int i = 0; i < n; i++) {
            words.put(in.readUTF(), in.readInt());
        }
        return words;
    }

    /** A count that no damaged model may blow up beyond {@code most}. */
    public static int count(DataInputStream in, int most, String what) throws IOException {
        int n = in.readInt();
        if (n < 0 || n > most) {
            throw new IOException("damaged: " + n + " " + what);
        }
        return n;
    }

    /** A number in groups of seven bits, the lowest first, the top bit of a byte set where more follow. */
    public static long readVariable(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int b = in.readUnsignedByte();
            value |= (long) (b & 0x7f) << shift;
            if (b < 0x80) {
                return value;
            }
        }
    }
}
