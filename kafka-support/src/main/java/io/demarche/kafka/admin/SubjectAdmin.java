package io.demarche.kafka.admin;

import io.demarche.kafka.registry.SchemaRegistryClient;
import io.demarche.kafka.registry.SchemaRegistryException;
import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import io.demarche.schemas.Topics.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificData;

/**
 * Registers the schemas of the catalogue, so that no service has to: services may then run with
 * {@code auto.register.schemas=false} and without the right to write to the registry.
 */
public final class SubjectAdmin {
    private final SchemaRegistryClient registry;
    private final String url;

    private SubjectAdmin(SchemaRegistryClient registry, String url) {
        this.registry = registry;
        this.url = url;
    }

    /**
     * Makes a client from registry settings. It connects with the first request, not here.
     *
     * @throws DemarcheException where the settings are unusable
     */
    public static SubjectAdmin connect(Map<String, ?> settings) {
        return new SubjectAdmin(
                SchemaRegistryClient.from(settings), String.valueOf(settings.get("schema.registry.url")));
    }

    /**
     * Registers the schema of every topic's values under the topic's subject; what is there already stays as it is.
     *
     * @return the subjects, in the order of the catalogue
     * @throws DemarcheException where no registry answers, or where it refuses a schema, naming the subject
     */
    public List<String> registerAll() {
        List<String> subjects = new ArrayList<>();
        for (Topic topic : Topics.all()) {
            topic.valueType().ifPresent(type -> {
                register(topic.valueSubject(), type);
                subjects.add(topic.valueSubject());
            });
        }
        return subjects;
    }

    private void register(String subject, Class<?> type) {
        try {
            registry.register(subject, SpecificData.get().getSchema(type));
        } catch (SchemaRegistryUnavailableException e) {
            throw new DemarcheException(
                    "no schema registry answered at schema.registry.url=" + url + ": start one, or correct the setting",
                    e);
        } catch (SchemaRegistryException e) {
            throw new DemarcheException(
                    "the schema registry at " + url + " refused the schema of " + subject + ": " + e.getMessage(), e);
        }
    }
}
