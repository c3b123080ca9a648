package io.demarche.schemas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;

/** What a new version of a schema must be able to do with the earlier ones of its subject. */
public enum CompatibilityLevel {
    /** Anything goes. */
    NONE(false, false, false),
    /** Readers of the new version read what was written with the latest one. */
    BACKWARD(true, false, false),
    /** Readers of the new version read what was written with any earlier one. */
    BACKWARD_TRANSITIVE(true, false, true),
    /** Readers of the latest version read what is written with the new one. */
    FORWARD(false, true, false),
    /** Readers of any earlier version read what is written with the new one. */
    FORWARD_TRANSITIVE(false, true, true),
    /** Both ways, with the latest version. */
    FULL(true, true, false),
    /** Both ways, with every earlier version. */
    FULL_TRANSITIVE(true, true, true);

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    CompatibilityLevel(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    /** The level of this name, in capitals or not; empty where there is none. */
    public static Optional<CompatibilityLevel> named(String name) {
        String capitals = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(level -> level.name().equals(capitals))
                .findFirst();
    }

    /**
     * What keeps a candidate from following the earlier versions; empty where nothing does.
     *
     * <p>Two records (enums, fixed) at the top must have the same full name, or the reader's aliases name the writer's:
     * Avro's own rule passes over the namespace, but the full name decides which class a reader loads.
     *
     * @param candidate the new version
     * @param earlier the versions before it, oldest first
     */
    public List<String> violations(Schema candidate, List<Schema> earlier) {
        List<Schema> compared =
                transitive || earlier.isEmpty() ? earlier : earlier.subList(earlier.size() - 1, earlier.size());
        List<String> violations = new ArrayList<>();
        for (Schema previous : compared) {
            if (backward) {
                violations.addAll(mismatches(candidate, previous, "the new schema cannot read the earlier one"));
            }
            if (forward) {
                violations.addAll(mismatches(previous, candidate, "the earlier schema cannot read the new one"));
            }
        }
        return violations;
    }

    private static List<String> mismatches(Schema reader, Schema writer, String direction) {
        List<String> mismatches = new ArrayList<>();
        if (!sameName(reader, writer)) {
            mismatches.add(direction + ": NAME_MISMATCH at /name: " + writer.getFullName() + " became "
                    + reader.getFullName() + " without an alias");
        }
        SchemaPairCompatibility pair = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (pair.getType() != SchemaCompatibilityType.COMPATIBLE) {
            pair.getResult()
                    .getIncompatibilities()
                    .forEach(found -> mismatches.add(direction + ": " + found.getType() + " at " + found.getLocation()
                            + ": " + found.getMessage()));
        }
        return mismatches;
    }

    private static boolean sameName(Schema reader, Schema writer) {
        return switch (reader.getType()) {
            case RECORD, ENUM, FIXED ->
                writer.getType() != reader.getType()
                        || reader.getFullName().equals(writer.getFullName())
                        || reader.getAliases().contains(writer.getFullName());
            default -> true;
        };
    }
}
