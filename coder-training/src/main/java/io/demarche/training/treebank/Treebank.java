package io.demarche.training.treebank;

import io.demarche.schemas.DemarcheException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trees as text, in the ten columns of CoNLL-X: number, form, –, tag, tag, –, number of the head (0 for the root), label, –, –;
 * a blank line after each sentence.
 */
public final class Treebank {
    private static final int COLUMNS = 10;
    private static final int FORM = 1;
    private static final int TAG = 4;
    private static final int HEAD = 6;
    private static final int LABEL = 7;

    private Treebank() {}

    /**
     * The first {@code most} sentences of the file, or all where there are fewer.
     *
     * @throws DemarcheException naming file and line, where it cannot be read or a line makes no sense
     */
    public static List<AnnotatedSentence> read(Path file, int most) {
        List<AnnotatedSentence> sentences = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null && sentences.size() < most; line = in.readLine()) {
                number++;
                if (line.isEmpty()) {
                    addTo(sentences, rows);
                } else {
                    rows.add(cells(line));
                }
            }
            if (sentences.size() < most) {
                addTo(sentences, rows);
            }
        } catch (IllegalArgumentException e) {
            throw new DemarcheException(file + ", line " + number + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DemarcheException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
        return List.copyOf(sentences);
    }

    /** The sentence as lines, the blank one included. */
    public static String lines(AnnotatedSentence sentence) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < sentence.size(); i++) {
            String tag = sentence.tags().get(i);
            String head = String.valueOf(sentence.heads().get(i) + 1);
            String label = sentence.labels().get(i);
            lines.append(String.join(
                            "\t",
                            String.valueOf(i + 1),
                            sentence.forms().get(i),
                            "_",
                            tag,
                            tag,
                            "_",
                            head,
                            label,
                            "_",
                            "_"))
                    .append('\n');
        }
        return lines.append('\n').toString();
    }

    private static String[] cells(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("has " + cells.length + " columns, not " + COLUMNS);
        }
        return cells;
    }

    private static void addTo(List<AnnotatedSentence> sentences, List<String[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Integer> heads = new ArrayList<>();
        for (String[] cells : rows) {
            heads.add(Integer.parseInt(cells[HEAD]) - 1);
        }
        sentences.add(new AnnotatedSentence(column(rows, FORM), column(rows, TAG), heads, column(rows, LABEL)));
        rows.clear();
    }

    private static List<String> column(List<String[]> rows, int column) {
        return rows.stream().map(cells -> cells[column]).toList();
    }
}
