package io.demarche.consumer;

import io.demarche.consumer.alertmanager.AlertmanagerTimes;
import io.demarche.consumer.post.Credentials;
import io.demarche.kafka.settings.Rule;
import io.demarche.kafka.settings.Settings;
import io.demarche.kafka.tls.ClientTls;
import io.demarche.schemas.DemarcheException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** What receivers elsewhere need to be told of; {@code NAME} behind a setting makes it that of one sink alone. */
public final class DeliverySettings {
    private static final String SECRET_FILE = "demarche.webhook.secret.file";

    private static final String PAGE = "demarche.page.url";
    private static final String ALERTMANAGER = "demarche.alertmanager.";
    private static final String USER_FILE = ALERTMANAGER + "user.file";
    private static final String TOKEN_FILE = ALERTMANAGER + "token.file";
    private static final String RESEND = ALERTMANAGER + "resend.ms";
    private static final String HOLD = ALERTMANAGER + "hold.ms";

    public static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    SECRET_FILE,
                    Type.STRING,
                    null,
                    Rule.notBlank(),
                    Importance.HIGH,
                    "Files with the secrets by which webhooks are signed, comma-separated: one secret a line, whsec_ and 24 to 64"
                            + " bytes in Base64. Each signs, so that a new one can stand beside the old one. With .NAME behind"
                            + " it: those of that sink alone.")
            .define(
                    PAGE,
                    Type.STRING,
                    null,
                    Rule.matching("an http or https address", text -> text.matches("https?://\\S+")),
                    Importance.MEDIUM,
                    "Address of the page that 'demarche serve' shows, for links in what goes to Alertmanager.")
            .define(
                    USER_FILE,
                    Type.STRING,
                    null,
                    Rule.notBlank(),
                    Importance.MEDIUM,
                    "File with the line name:password, by which Alertmanager knows us. With .NAME behind it: that of one sink"
                            + " alone.")
            .define(
                    TOKEN_FILE,
                    Type.STRING,
                    null,
                    Rule.notBlank(),
                    Importance.MEDIUM,
                    "File with a bearer token, by which Alertmanager, or what stands before it, knows us. With .NAME behind it:"
                            + " that of one sink alone.")
            .define(
                    RESEND,
                    Type.LONG,
                    60_000L,
                    Rule.atLeast(1),
                    Importance.LOW,
                    "How often Alertmanager is told again of what fires, in milliseconds.")
            .define(
                    HOLD,
                    Type.LONG,
                    3_600_000L,
                    Rule.atLeast(1),
                    Importance.LOW,
                    "After how long without hearing of it Alertmanager takes an alert for over, in milliseconds: how long"
                            + " 'consume' may be down without anybody being told that an alert is over.");

    private final Settings settings;

    private DeliverySettings(Settings settings) {
        this.settings = settings;
    }

    /** Reads them; other settings are passed over. */
    public static DeliverySettings of(Map<String, String> properties) {
        return new DeliverySettings(Settings.read(DEFINITION, properties));
    }

    /** The settings that are not of this kind: those of Kafka and of the serde. */
    public static Map<String, String> others(Map<String, String> properties) {
        Map<String, String> others = new HashMap<>(properties);
        others.keySet()
                .removeIf(name -> name.startsWith(ALERTMANAGER)
                        || DEFINITION.names().stream()
                                .anyMatch(ours -> name.equals(ours) || name.startsWith(ours + ".")));
        return others;
    }

    /** Address of the page, where it has one. */
    public Optional<String> page() {
        return settings.text(PAGE);
    }

    /** How long things hold in Alertmanager. */
    public AlertmanagerTimes alertmanagerTimes() {
        return new AlertmanagerTimes(settings.millis(RESEND), settings.millis(HOLD));
    }

    /**
     * By what an Alertmanager knows us; empty where it does not ask.
     *
     * @throws DemarcheException naming the settings, where both are given, or the file that is wrong
     */
    public Optional<Credentials> credentials(String sink) {
        Optional<Path> user = file(USER_FILE, sink);
        Optional<Path> token = file(TOKEN_FILE, sink);
        if (user.isPresent() && token.isPresent()) {
            throw new DemarcheException("sink " + sink + ": set " + USER_FILE + " or " + TOKEN_FILE
                    + ", not both: a request has one of them");
        }
        try {
            return user.map(file -> new Credentials(Credentials.Kind.USER, file))
                    .or(() -> token.map(file -> new Credentials(Credentials.Kind.TOKEN, file)));
        } catch (DemarcheException e) {
            throw new DemarcheException("sink " + sink + ": " + e.getMessage(), e);
        }
    }

    private Optional<Path> file(String setting, String sink) {
        String own = settings.others().get(setting + "." + sink);
        return Optional.ofNullable(own).or(() -> settings.text(setting)).map(Path::of);
    }

    /**
     * How connections to Alertmanager are encrypted, by Kafka's settings behind {@code demarche.alertmanager.}; empty where nothing
     * is said of it.
     *
     * @throws DemarcheException naming the setting that is wrong
     */
    public Optional<ClientTls> alertmanagerTls() {
        Map<String, Object> tls = ClientTls.settings(ALERTMANAGER, settings.others());
        return tls.isEmpty() ? Optional.empty() : Optional.of(ClientTls.of(ALERTMANAGER, "Alertmanager", tls));
    }

    /**
     * Where the secrets of a sink are.
     *
     * @throws DemarcheException naming the setting, where there are none
     */
    public List<Path> secretFiles(String sink) {
        String own = settings.others().get(SECRET_FILE + "." + sink);
        String files = own == null ? settings.getString(SECRET_FILE) : own;
        if (files == null) {
            throw new DemarcheException("sink " + sink + ": webhooks are signed: name a file with a secret, --property "
                    + SECRET_FILE + "=PATH (how to make one: docs/delivery.md)");
        }
        return Arrays.stream(files.split(",")).map(String::strip).map(Path::of).toList();
    }
}
