package io.demarche.training.teacher;

import io.demarche.schemas.DemarcheException;
import io.demarche.training.treebank.ClusterFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tukaani.xz.XZInputStream;

/** The Brown clusters that come with the teacher's models: words of like use have paths that begin alike. */
public final class BrownClusters {
    private static final String RESOURCE = "/edu/emory/mathcs/nlp/lexica/en-brown-clusters-simplified-lowercase.xz";
    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private BrownClusters() {}

    /**
     * The longest path, as bits, of each word that is wanted.
     *
     * @throws DemarcheException where the teacher's models are not on the class path
     */
    public static SortedMap<String, String> of(Predicate<String> wanted) {
        SortedMap<String, String> paths = new TreeMap<>();
        load().forEach((word, all) -> {
            String longest = all.stream().min(LONGEST_FIRST).orElse("");
            if (wanted.test(word) && ClusterFile.isPath(longest)) {
                paths.put(word, longest);
            }
        });
        return paths;
    }

    @SuppressWarnings("unchecked") // the teacher's own format: a serialised map
    private static Map<String, Set<String>> load() {
        try (InputStream in = BrownClusters.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new DemarcheException(
                        "the teacher's clusters are not on the class path: build with -P coder-training (README.md)");
            }
            return (Map<String, Set<String>>) new ObjectInputStream(new XZInputStream(in)).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new DemarcheException("the teacher's clusters cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
