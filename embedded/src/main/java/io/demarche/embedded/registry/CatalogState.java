package io.demarche.embedded.registry;

import io.demarche.kafka.registry.RegisteredSchema;
import io.demarche.schemas.CompatibilityLevel;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;

/**
 * All that a catalogue knows at one moment. Never changed once made: whoever holds one sees a consistent picture while
 * others write.
 *
 * @param subjects versions by subject, then by number; those deleted softly too, because their numbers are not used again
 * @param ids ids by the schema's JSON
 * @param schemas schemas by id
 * @param lastId the highest id ever given, to a schema that is there no more perhaps: no id is given twice, since records bear them
 * @param globalLevel the level of subjects that have none of their own
 * @param levels levels by subject
 */
record CatalogState(
        NavigableMap<String, NavigableMap<Integer, Version>> subjects,
        Map<String, Integer> ids,
        NavigableMap<Integer, Schema> schemas,
        int lastId,
        CompatibilityLevel globalLevel,
        Map<String, CompatibilityLevel> levels) {

    record Version(RegisteredSchema registered, Schema parsed, boolean deleted) {}

    static CatalogState empty() {
        return new CatalogState(
                new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), 0, CompatibilityLevel.BACKWARD, new TreeMap<>());
    }

    /** The versions of a subject that are not deleted, oldest first. */
    NavigableMap<Integer, Version> live(String subject) {
        NavigableMap<Integer, Version> live = new TreeMap<>();
        all(subject).forEach((number, version) -> {
            if (!version.deleted()) {
                live.put(number, version);
            }
        });
        return live;
    }

    NavigableMap<Integer, Version> all(String subject) {
        return subjects.getOrDefault(subject, Collections.emptyNavigableMap());
    }

    SortedSet<String> liveSubjects() {
        SortedSet<String> live = new TreeSet<>();
        subjects.keySet().stream().filter(subject -> !live(subject).isEmpty()).forEach(live::add);
        return live;
    }

    CompatibilityLevel level(String subject) {
        return levels.getOrDefault(subject, globalLevel);
    }

    int nextId() {
        return lastId + 1;
    }

    int nextVersion(String subject) {
        return all(subject).isEmpty() ? 1 : all(subject).lastKey() + 1;
    }

    CatalogState withVersion(Version version) {
        RegisteredSchema registered = version.registered();
        NavigableMap<String, NavigableMap<Integer, Version>> newSubjects = new TreeMap<>(subjects);
        NavigableMap<Integer, Version> versions = new TreeMap<>(all(registered.subject()));
        versions.put(registered.version(), version);
        newSubjects.put(registered.subject(), versions);
        Map<String, Integer> newIds = new TreeMap<>(ids);
        newIds.put(registered.schema(), registered.id());
        NavigableMap<Integer, Schema> newSchemas = new TreeMap<>(schemas);
        newSchemas.put(registered.id(), version.parsed());
        return new CatalogState(
                newSubjects, newIds, newSchemas, Math.max(lastId, registered.id()), globalLevel, levels);
    }

    /** Without this version, and without its schema where no other version holds it. */
    CatalogState withoutVersion(String subject, int number) {
        Version gone = all(subject).get(number);
        if (gone == null) {
            return this;
        }
        NavigableMap<String, NavigableMap<Integer, Version>> newSubjects = new TreeMap<>(subjects);
        NavigableMap<Integer, Version> versions = new TreeMap<>(all(subject));
        versions.remove(number);
        if (versions.isEmpty()) {
            newSubjects.remove(subject);
        } else {
            newSubjects.put(subject, versions);
        }
        int id = gone.registered().id();
        boolean used = newSubjects.values().stream()
                .flatMap(others -> others.values().stream())
                .anyMatch(other -> other.registered().id() == id);
        if (used) {
            return new CatalogState(newSubjects, ids, schemas, lastId, globalLevel, levels);
        }
        Map<String, Integer> newIds = new TreeMap<>(ids);
        newIds.remove(gone.registered().schema());
        NavigableMap<Integer, Schema> newSchemas = new TreeMap<>(schemas);
        newSchemas.remove(id);
        return new CatalogState(newSubjects, newIds, newSchemas, lastId, globalLevel, levels);
    }

    CatalogState withLastId(int id) {
        return new CatalogState(subjects, ids, schemas, Math.max(lastId, id), globalLevel, levels);
    }

    CatalogState withGlobalLevel(CompatibilityLevel level) {
        return new CatalogState(subjects, ids, schemas, lastId, level, levels);
    }

    CatalogState withLevel(String subject, CompatibilityLevel level) {
        Map<String, CompatibilityLevel> newLevels = new TreeMap<>(levels);
        newLevels.put(subject, level);
        return new CatalogState(subjects, ids, schemas, lastId, globalLevel, newLevels);
    }

    CatalogState withoutLevel(String subject) {
        Map<String, CompatibilityLevel> newLevels = new TreeMap<>(levels);
        newLevels.remove(subject);
        return new CatalogState(subjects, ids, schemas, lastId, globalLevel, newLevels);
    }
}
