package io.demarche.training;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** A few sentences with trees made by hand. */
public final class Village {
    public static final Path TREES = path("village.conll");
    public static final Path CLUSTERS = path("village-clusters.tsv");

    private Village() {}

    private static Path path(String name) {
        try {
            return Path.of(Village.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
