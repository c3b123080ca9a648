package io.demarche.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The schemas as they were released, which come with the program: what an earlier version wrote can be read by them. */
public final class ReleasedSchemas {
    private static final String DIRECTORY = "/schemas/released/v";
    /** A release holds all the schemas there were; this one is in each. */
    private static final String IN_EACH = "RawArticle";

    private ReleasedSchemas() {}

    /**
     * The released versions of a record's schema, oldest first; empty where it was never released.
     *
     * @param name the record's simple name
     */
    public static List<Schema> of(String name) {
        List<Schema> versions = new ArrayList<>();
        for (int release = 1; schema(release, IN_EACH) != null; release++) {
            Schema schema = schema(release, name);
            if (schema != null) {
                versions.add(schema);
            }
        }
        return List.copyOf(versions);
    }

    private static @Nullable Schema schema(int release, String name) {
        try (InputStream in = ReleasedSchemas.class.getResourceAsStream(DIRECTORY + release + "/" + name + ".avsc")) {
            return in == null ? null : new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
