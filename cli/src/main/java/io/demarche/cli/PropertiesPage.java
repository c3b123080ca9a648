package io.demarche.cli;

import io.demarche.archive.ArchiveSettings;
import io.demarche.consumer.ConsumerSettings;
import io.demarche.consumer.DeliverySettings;
import io.demarche.kafka.registry.RegistrySettings;
import io.demarche.kafka.serde.SerdeSettings;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.producer.ProducerSettings;
import io.demarche.streams.KnownSettings;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** Every setting that is read by name, out of the definitions that read them, as a part of a page in Markdown. */
final class PropertiesPage {
    private static final String HEAD = """

            ## Properties

            What `--property NAME=VALUE` and the file of `--config` may say beside what Kafka itself knows: these settings have defaults of their own, or are not
            Kafka's. What an option above says is not said here. All others go to Kafka's clients as they are. `schema.registry.ssl.*` are Kafka's own `ssl.*` settings, for the registry: stores of type JKS, PKCS12 and PEM,
            or PEM text in `schema.registry.ssl.truststore.certificates`, `.keystore.key` and `.keystore.certificate.chain`; `demarche.alertmanager.ssl.*` the same, for Alertmanager.
            """;
    private static final String TABLE = """

            ### %s

            | property | default | must be | what it says |
            |---|---|---|---|
            """;

    private record Part(String title, List<ConfigDef> definitions) {}

    private static final List<Part> PARTS = List.of(
            new Part("The schema registry", List.of(RegistrySettings.DEFINITION)),
            new Part("Records as bytes", List.of(ValueSerdes.DEFINITION, SerdeSettings.DEFINITION)),
            new Part("`produce`", List.of(ProducerSettings.DEFINITION)),
            new Part("`stream`", List.of(KnownSettings.DEFINITION)),
            new Part("`consume`", List.of(ConsumerSettings.DEFINITION, DeliverySettings.DEFINITION)),
            new Part("`archive`", List.of(ArchiveSettings.DEFINITION)));

    private PropertiesPage() {}

    /** @param options the names of all options: what one of them says is not said as a property */
    static String markdown(Set<String> options) {
        StringBuilder page = new StringBuilder(HEAD);
        for (Part part : PARTS) {
            page.append(TABLE.formatted(part.title()));
            part.definitions().stream()
                    .map(definition -> definition.configKeys().values())
                    .flatMap(Collection::stream)
                    .filter(key -> !options.contains(option(key)))
                    .sorted(Comparator.comparing(key -> key.name))
                    .forEach(key -> page.append(line(key)));
        }
        return page.toString();
    }

    private static String option(ConfigKey key) {
        return "--" + key.name.replaceFirst("^demarche\\.", "").replace('.', '-');
    }

    private static String line(ConfigKey key) {
        return "| `" + key.name + "` | " + byDefault(key) + " | " + rule(key) + " | " + cell(key.documentation)
                + " |\n";
    }

    private static String byDefault(ConfigKey key) {
        boolean none = !key.hasDefault()
                || key.defaultValue == null
                || key.defaultValue.toString().isEmpty();
        return none ? "" : "`" + cell(ConfigDef.convertToString(key.defaultValue, key.type)) + "`";
    }

    private static String rule(ConfigKey key) {
        if (key.validator != null) {
            return cell(key.validator.toString());
        }
        return key.type == ConfigDef.Type.BOOLEAN ? "true or false" : "";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
