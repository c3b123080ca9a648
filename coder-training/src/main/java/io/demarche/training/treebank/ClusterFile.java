package io.demarche.training.treebank;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Words with the paths of their Brown clusters, one a line: the word in lower case, a tab, the path as bits. */
public final class ClusterFile {
    /** A path and the 1 that is put before it must fit an int. */
    public static final int LONGEST_PATH = 30;

    private ClusterFile() {}

    /**
     * The words with their paths, each as a number: the path's bits behind a leading 1.
     *
     * @throws DemarcheException naming file and line, where it cannot be read or a line makes no sense
     */
    public static SortedMap<String, Integer> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new DemarcheException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
        SortedMap<String, Integer> clusters = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != 2 || cells[0].isEmpty() || !isPath(cells[1])) {
                throw new DemarcheException(
                        file + ", line " + (i + 1) + ": expected a word, a tab and up to " + LONGEST_PATH + " bits");
            }
            clusters.put(cells[0], Integer.parseInt("1" + cells[1], 2));
        }
        return clusters;
    }

    /** Writes the words with their paths, given as bits. */
    public static void write(Path file, SortedMap<String, String> paths) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> entry : paths.entrySet()) {
            lines.add(entry.getKey() + "\t" + entry.getValue());
        }
        Files.write(file, lines);
    }

    /** Whether these are bits that {@link #read} takes. */
    public static boolean isPath(String bits) {
        return bits.length() <= LONGEST_PATH && bits.chars().allMatch(c -> c == '0' || c == '1');
    }
}
