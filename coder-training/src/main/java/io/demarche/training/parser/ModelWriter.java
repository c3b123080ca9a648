package io.demarche.training.parser;

import io.demarche.coder.parse.ParserModel;
import io.demarche.coder.parse.Weights;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;

/** Writes what {@link ParserModel} reads. The same model gives the same bytes. */
final class ModelWriter {
    private static final int BUFFER = 1 << 16;
    /** Weights are whole numbers of sixteenths. */
    private static final int STEPS = 16;

    private final DataOutputStream out;
    private final double least;

    private ModelWriter(DataOutputStream out, double least) {
        this.out = out;
        this.least = least;
    }

    /**
     * Writes a model, gzipped, and closes the stream.
     *
     * @param least features all of whose weights are smaller are left out
     */
    static void write(
            OutputStream stream,
            List<String> tags,
            List<String> labels,
            SortedMap<String, Integer> clusters,
            TaggerTraining tagger,
            ParserTraining parser,
            double least)
            throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(stream), BUFFER))) {
            ModelWriter writer = new ModelWriter(out, least);
            out.writeInt(ParserModel.MAGIC);
            writer.names(tags);
            writer.names(labels);
            writer.words(tagger.fixedTags());
            writer.words(clusters);
            writer.classifier(tagger.perceptron());
            writer.classifier(parser.mover());
            writer.classifier(parser.labeller());
        }
    }

    private void names(List<String> names) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }

    private void words(SortedMap<String, Integer> words) throws IOException {
        out.writeInt(words.size());
        for (var entry : words.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue());
        }
    }

    private void classifier(Perceptron perceptron) throws IOException {
        long[] keys = perceptron.keys(least);
        out.writeInt(perceptron.classes());
        out.writeInt(keys.length);
        long previous = Weights.BEFORE_FIRST_KEY;
        for (long key : keys) {
            variable(key - previous);
            previous = key;
        }
        for (long key : keys) {
            weights(perceptron, key);
        }
    }

    private void weights(Perceptron perceptron, long key) throws IOException {
        int count = 0;
        for (int c = 0; c < perceptron.classes(); c++) {
            count += steps(perceptron, key, c) != 0 ? 1 : 0;
        }
        out.writeByte(count);
        for (int c = 0; c < perceptron.classes(); c++) {
            int steps = steps(perceptron, key, c);
            if (steps != 0) {
                out.writeByte(c);
                variable((steps << 1 ^ steps >> 31) & 0xffffffffL);
            }
        }
    }

    private static int steps(Perceptron perceptron, long key, int c) {
        int steps = Math.round(perceptron.weight(key, c) * STEPS);
        return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, steps));
    }

    /** A number in groups of seven bits, the lowest first, the top bit of a byte set where more follow. */
    private void variable(long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }
}
