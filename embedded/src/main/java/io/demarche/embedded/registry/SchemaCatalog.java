package io.demarche.embedded.registry;

import static io.demarche.kafka.registry.SchemaRegistryException.INCOMPATIBLE_SCHEMA;
import static io.demarche.kafka.registry.SchemaRegistryException.INVALID_SCHEMA;
import static io.demarche.kafka.registry.SchemaRegistryException.INVALID_SUBJECT;
import static io.demarche.kafka.registry.SchemaRegistryException.INVALID_VERSION;
import static io.demarche.kafka.registry.SchemaRegistryException.SCHEMA_NOT_FOUND;
import static io.demarche.kafka.registry.SchemaRegistryException.SUBJECT_LEVEL_NOT_CONFIGURED;
import static io.demarche.kafka.registry.SchemaRegistryException.SUBJECT_NOT_FOUND;
import static io.demarche.kafka.registry.SchemaRegistryException.SUBJECT_NOT_SOFT_DELETED;
import static io.demarche.kafka.registry.SchemaRegistryException.SUBJECT_SOFT_DELETED;
import static io.demarche.kafka.registry.SchemaRegistryException.VERSION_NOT_FOUND;
import static io.demarche.kafka.registry.SchemaRegistryException.VERSION_NOT_SOFT_DELETED;
import static io.demarche.kafka.registry.SchemaRegistryException.VERSION_SOFT_DELETED;

import io.demarche.embedded.registry.CatalogState.Version;
import io.demarche.embedded.registry.LogRecord.IdsGiven;
import io.demarche.embedded.registry.LogRecord.LevelChange;
import io.demarche.embedded.registry.LogRecord.SchemaChange;
import io.demarche.embedded.registry.LogRecord.SchemaGone;
import io.demarche.kafka.registry.RegisteredSchema;
import io.demarche.kafka.registry.SchemaRegistryException;
import io.demarche.schemas.CompatibilityLevel;
import io.demarche.schemas.DemarcheException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a schema registry knows and decides, without transport or storage: subjects, their versions, ids that are the same
 * for the same schema under every subject, and whether a new version may follow the earlier ones.
 *
 * <p>Each change goes to the {@link SchemaLog} first; where that throws, nothing changed. Feeding what a log holds to
 * {@link #restore} in the order of the log rebuilds the catalogue. Safe for many threads: writers wait for each other,
 * readers for nobody.
 *
 * <p>Methods throw {@link SchemaRegistryException} with Confluent's error codes.
 */
public final class SchemaCatalog {
    /** The word that stands for the newest version of a subject. */
    public static final String LATEST = "latest";

    private final SchemaLog log;
    private volatile CatalogState state = CatalogState.empty();

    public SchemaCatalog(SchemaLog log) {
        this.log = log;
    }

    /** A catalogue that lives in memory alone. */
    public static SchemaCatalog inMemory() {
        return new SchemaCatalog(SchemaLog.none());
    }

    /**
     * Takes over one record that the log holds, without writing it again.
     *
     * @throws DemarcheException where the record is not one of a catalogue's; the message gives its key
     */
    public synchronized void restore(String key, @Nullable String value) {
        try {
            apply(LogRecord.parse(key, value));
        } catch (SchemaRegistryException e) {
            throw new DemarcheException("schema log: record with key " + key + ": " + e.getMessage(), e);
        }
    }

    /**
     * Puts a schema under a subject: a new version, or the version that holds it already.
     *
     * @throws SchemaRegistryException where it is no Avro schema (42201), or the subject's level forbids it (40901)
     */
    public synchronized RegisteredSchema register(String subject, String schema) {
        requireSubject(subject);
        Schema candidate = parse(schema);
        Optional<RegisteredSchema> known = find(subject, candidate);
        if (known.isPresent()) {
            return known.get();
        }
        CompatibilityLevel level = state.level(subject);
        List<String> violations = level.violations(candidate, parsed(state.live(subject)));
        if (!violations.isEmpty()) {
            throw new SchemaRegistryException(
                    INCOMPATIBLE_SCHEMA,
                    "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                            + "\", level " + level + ", details: " + violations);
        }
        String text = candidate.toString();
        int id = state.ids().getOrDefault(text, state.nextId());
        RegisteredSchema registered = new RegisteredSchema(subject, state.nextVersion(subject), id, text);
        change(new SchemaChange(registered, false));
        return registered;
    }

    /**
     * The version of a subject that holds exactly this schema.
     *
     * @throws SchemaRegistryException where there is no such subject (40401), or it does not hold the schema (40403)
     */
    public RegisteredSchema lookup(String subject, String schema) {
        Schema wanted = parse(schema);
        requireLive(subject);
        return find(subject, wanted)
                .orElseThrow(() -> new SchemaRegistryException(
                        SCHEMA_NOT_FOUND, "Schema not found under subject '" + subject + "'"));
    }

    /** The subjects that have a version, in alphabetical order. */
    public List<String> subjects() {
        return List.copyOf(state.liveSubjects());
    }

    /**
     * The version numbers of a subject, ascending.
     *
     * @throws SchemaRegistryException where there is no such subject (40401)
     */
    public List<Integer> versions(String subject) {
        return List.copyOf(requireLive(subject).keySet());
    }

    /** Like {@link #subjects}, with those that are deleted softly. */
    public List<String> allSubjects() {
        return List.copyOf(state.subjects().keySet());
    }

    /** Like {@link #versions}, with those that are deleted softly. */
    public List<Integer> allVersions(String subject) {
        return List.copyOf(requireSome(subject, state.all(subject)).keySet());
    }

    /** Like {@link #version}, of all versions, those that are deleted softly among them. */
    public RegisteredSchema anyVersion(String subject, String version) {
        return anyVersion(subject, version, true).registered();
    }

    /**
     * One version of a subject.
     *
     * @param version a number, or {@value #LATEST} (also written -1)
     * @throws SchemaRegistryException where there is no such subject (40401) or version (40402), or the text is no
     *     version (42202)
     */
    public RegisteredSchema version(String subject, String version) {
        Optional<Integer> number = versionNumber(version);
        NavigableMap<Integer, Version> live = requireLive(subject);
        return versionIn(live, number).registered();
    }

    /**
     * The schema with this id, as JSON.
     *
     * @throws SchemaRegistryException where there is none (40403)
     */
    public String schemaById(int id) {
        Schema schema = state.schemas().get(id);
        if (schema == null) {
            throw new SchemaRegistryException(SCHEMA_NOT_FOUND, "Schema " + id + " not found");
        }
        return schema.toString();
    }

    /**
     * Where the schema with this id is in use, by subject in alphabetical order; empty where all its versions are deleted.
     *
     * @throws SchemaRegistryException where there is no such id (40403)
     */
    public List<RegisteredSchema> versionsOf(int id) {
        schemaById(id);
        CatalogState now = state;
        return now.subjects().keySet().stream()
                .flatMap(subject -> now.live(subject).values().stream())
                .map(Version::registered)
                .filter(registered -> registered.id() == id)
                .toList();
    }

    /**
     * What would keep a schema from being put under a subject, compared with one version of it; empty where nothing would.
     *
     * @param version a number, or {@value #LATEST}: where the subject has no version yet, everything is compatible
     * @throws SchemaRegistryException where it is no Avro schema (42201), the text is no version (42202), or there is no
     *     such version (40402)
     */
    public List<String> violations(String subject, String version, String schema) {
        Schema candidate = parse(schema);
        Optional<Integer> number = versionNumber(version);
        CatalogState now = state;
        NavigableMap<Integer, Version> live = now.live(subject);
        if (live.isEmpty() && number.isEmpty()) {
            return List.of();
        }
        return now.level(subject)
                .violations(candidate, List.of(versionIn(live, number).parsed()));
    }

    /** Like {@link #violations(String, String, String)}, compared with every version that the subject's level covers. */
    public List<String> violations(String subject, String schema) {
        Schema candidate = parse(schema);
        CatalogState now = state;
        return now.level(subject).violations(candidate, parsed(now.live(subject)));
    }

    /** The level of subjects that have none of their own; BACKWARD unless set. */
    public CompatibilityLevel globalLevel() {
        return state.globalLevel();
    }

    /** Sets the level of subjects that have none of their own. */
    public synchronized void setGlobalLevel(CompatibilityLevel level) {
        change(new LevelChange(null, level));
    }

    /** The level of a subject of its own; empty where the global one holds. */
    public Optional<CompatibilityLevel> level(String subject) {
        return Optional.ofNullable(state.levels().get(subject));
    }

    /** Sets the level of a subject, which need not exist yet. */
    public synchronized void setLevel(String subject, CompatibilityLevel level) {
        requireSubject(subject);
        change(new LevelChange(subject, level));
    }

    /**
     * Gives a subject back to the global level.
     *
     * @return the level that it had
     * @throws SchemaRegistryException where it had none of its own (40408)
     */
    public synchronized CompatibilityLevel clearLevel(String subject) {
        CompatibilityLevel before = level(subject)
                .orElseThrow(() -> new SchemaRegistryException(
                        SUBJECT_LEVEL_NOT_CONFIGURED,
                        "Subject '" + subject + "' does not have subject-level compatibility configured"));
        change(new LevelChange(subject, null));
        return before;
    }

    /**
     * Deletes a version softly: it is no longer found under its subject, but its id still leads to the schema, so that
     * records written with it stay readable.
     *
     * @return the number of the version
     * @throws SchemaRegistryException as {@link #version} does, and where it is deleted softly already (40406)
     */
    public synchronized int delete(String subject, String version) {
        Version found = anyVersion(subject, version, state.live(subject).isEmpty());
        if (found.deleted()) {
            throw new SchemaRegistryException(
                    VERSION_SOFT_DELETED,
                    "Subject '" + subject + "' Version " + found.registered().version()
                            + " was soft deleted. Set permanent=true to delete permanently");
        }
        change(new SchemaChange(found.registered(), true));
        return found.registered().version();
    }

    /**
     * Deletes all versions of a subject softly; see {@link #delete}.
     *
     * @return the numbers of the versions
     * @throws SchemaRegistryException where there is no such subject (40401), or it is deleted softly already (40404)
     */
    public synchronized List<Integer> deleteSubject(String subject) {
        if (state.live(subject).isEmpty() && !state.all(subject).isEmpty()) {
            throw new SchemaRegistryException(
                    SUBJECT_SOFT_DELETED,
                    "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
        }
        List<Integer> versions = versions(subject);
        versions.forEach(version -> delete(subject, version.toString()));
        return versions;
    }

    /**
     * Deletes a version for good. Where no other version holds its schema, the id leads nowhere from then on: records that
     * bear it cannot be read any more. The id itself is never given again.
     *
     * @param version a number, or {@value #LATEST} for the highest, deleted or not
     * @return the number of the version
     * @throws SchemaRegistryException as {@link #version} does, and where it was not deleted softly before (40407)
     */
    public synchronized int purge(String subject, String version) {
        Version found = anyVersion(subject, version, true);
        if (!found.deleted()) {
            throw new SchemaRegistryException(
                    VERSION_NOT_SOFT_DELETED,
                    "Subject '" + subject + "' Version " + found.registered().version()
                            + " was not deleted first before being permanently deleted");
        }
        change(new IdsGiven(state.lastId()));
        change(new SchemaGone(subject, found.registered().version()));
        return found.registered().version();
    }

    /**
     * Deletes all versions of a subject for good; see {@link #purge}.
     *
     * @return the numbers of the versions
     * @throws SchemaRegistryException where there is no such subject (40401), or it was not deleted softly before (40405)
     */
    public synchronized List<Integer> purgeSubject(String subject) {
        if (!state.live(subject).isEmpty()) {
            throw new SchemaRegistryException(
                    SUBJECT_NOT_SOFT_DELETED,
                    "Subject '" + subject + "' was not deleted first before being permanently deleted");
        }
        List<Integer> versions = allVersions(subject);
        versions.forEach(version -> purge(subject, version.toString()));
        return versions;
    }

    private void change(LogRecord change) {
        log.append(change.key(), change.value());
        apply(change);
    }

    private void apply(LogRecord change) {
        CatalogState before = state;
        if (change instanceof SchemaChange schema) {
            RegisteredSchema registered = schema.registered();
            state = before.withVersion(new Version(registered, parse(registered.schema()), schema.deleted()));
        } else if (change instanceof SchemaGone gone) {
            state = before.withoutVersion(gone.subject(), gone.version());
        } else if (change instanceof IdsGiven given) {
            state = before.withLastId(given.last());
        } else if (change instanceof LevelChange level) {
            CompatibilityLevel newLevel = level.level();
            if (level.subject() == null) {
                state = before.withGlobalLevel(newLevel == null ? CompatibilityLevel.BACKWARD : newLevel);
            } else {
                state = newLevel == null
                        ? before.withoutLevel(level.subject())
                        : before.withLevel(level.subject(), newLevel);
            }
        }
    }

    private Optional<RegisteredSchema> find(String subject, Schema schema) {
        String text = schema.toString();
        return state.live(subject).values().stream()
                .map(Version::registered)
                .filter(registered -> registered.schema().equals(text))
                .findFirst();
    }

    private NavigableMap<Integer, Version> requireLive(String subject) {
        return requireSome(subject, state.live(subject));
    }

    private static NavigableMap<Integer, Version> requireSome(String subject, NavigableMap<Integer, Version> versions) {
        if (versions.isEmpty()) {
            throw new SchemaRegistryException(SUBJECT_NOT_FOUND, "Subject '" + subject + "' not found.");
        }
        return versions;
    }

    /** @param latestOfAll whether the latest is the highest of all, or of those that are not deleted */
    private Version anyVersion(String subject, String version, boolean latestOfAll) {
        Optional<Integer> number = versionNumber(version);
        CatalogState now = state;
        boolean all = number.isPresent() || latestOfAll;
        return versionIn(requireSome(subject, all ? now.all(subject) : now.live(subject)), number);
    }

    /** @param number empty for the latest */
    private static Version versionIn(NavigableMap<Integer, Version> versions, Optional<Integer> number) {
        Optional<Version> found = number.isEmpty()
                ? Stream.of(versions.lastEntry().getValue()).findFirst()
                : Optional.ofNullable(versions.get(number.get()));
        return found.orElseThrow(
                () -> new SchemaRegistryException(VERSION_NOT_FOUND, "Version " + number.get() + " not found."));
    }

    private static Optional<Integer> versionNumber(String version) {
        if (version.equals(LATEST) || version.equals("-1")) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(version);
            if (number >= 1) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            throw invalidVersion(version, e);
        }
        throw invalidVersion(version, null);
    }

    private static SchemaRegistryException invalidVersion(String version, @Nullable Throwable cause) {
        return new SchemaRegistryException(
                INVALID_VERSION,
                "The specified version '" + version + "' is not a valid version id. Allowed values are between"
                        + " [1, 2^31-1] and the string \"latest\"",
                cause);
    }

    private static void requireSubject(String subject) {
        if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw new SchemaRegistryException(
                    INVALID_SUBJECT, "The specified subject is not valid: a name of printable characters is needed");
        }
    }

    private static List<Schema> parsed(NavigableMap<Integer, Version> versions) {
        return versions.values().stream().map(Version::parsed).toList();
    }

    private static Schema parse(String schema) {
        try {
            return new Schema.Parser().parse(schema);
        } catch (AvroRuntimeException | StackOverflowError e) {
            throw new SchemaRegistryException(
                    INVALID_SCHEMA, "Invalid schema of type AVRO, details: " + e.getMessage(), e);
        }
    }
}
