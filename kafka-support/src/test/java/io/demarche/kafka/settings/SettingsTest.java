package io.demarche.kafka.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    "where",
                    Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    Rule.notBlank(),
                    Importance.HIGH,
                    "Give it as host:port.")
            .define("pause.ms", Type.LONG, 20L, Rule.atLeast(1), Importance.LOW, "")
            .define("times", Type.INT, 3, ConfigDef.Range.between(1, 5), Importance.LOW, "")
            .define("kind", Type.STRING, "on-disk", Rule.oneOf("on-disk", "in-memory"), Importance.LOW, "")
            .define("strict", Type.BOOLEAN, false, Importance.LOW, "")
            .define(
                    "login",
                    Type.PASSWORD,
                    null,
                    Rule.matching("of the form user:password", text -> text.contains(":")),
                    Importance.LOW,
                    "");

    private enum Kind {
        ON_DISK,
        IN_MEMORY
    }

    @Test
    void shouldHaveTheDefaultsOfTheDefinition() {
        Settings settings = Settings.read(DEFINITION, Map.of("where", "a:1"));

        assertThat(settings.known())
                .containsOnly(
                        Map.entry("where", "a:1"),
                        Map.entry("pause.ms", 20L),
                        Map.entry("times", 3),
                        Map.entry("kind", "on-disk"),
                        Map.entry("strict", false));
        assertThat(settings.text("login")).isEmpty();
    }

    @Test
    void shouldReadWhatIsGiven() {
        Settings settings = Settings.read(
                DEFINITION, Map.of("where", " a:1 ", "pause.ms", "7", "kind", "In-Memory", "login", "me:secret"));

        assertThat(settings.getString("where")).isEqualTo("a:1");
        assertThat(settings.millis("pause.ms")).isEqualTo(Duration.ofMillis(7));
        assertThat(settings.choice("kind", Kind.class)).isEqualTo(Kind.IN_MEMORY);
        assertThat(settings.text("login")).contains("me:secret");
    }

    @Test
    void shouldTakeNullForAbsent() {
        Map<String, Object> given = new HashMap<>(Map.of("where", "a:1"));
        given.put("times", null);

        assertThat(Settings.read(DEFINITION, given).getInt("times")).isEqualTo(3);
    }

    @Test
    void shouldKeepWhatItDoesNotKnow() {
        assertThat(Settings.read(DEFINITION, Map.of("where", "a:1", "group.instance.id", "one"))
                        .others())
                .containsOnly(Map.entry("group.instance.id", "one"));
    }

    @Test
    void shouldSayWhatIsMissingAndWhatItIs() {
        assertThatThrownBy(() -> Settings.read(DEFINITION, Map.of()))
                .isInstanceOf(DemarcheException.class)
                .hasMessage("setting where is missing: Give it as host:port.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "where    | ' '    | setting where must not be empty",
                "pause.ms | soon   | setting pause.ms must be a whole number, not 'soon'",
                "pause.ms | 0      | setting pause.ms must be at least 1, not '0'",
                "times    | 6      | setting times Value must be no more than 5, not '6'",
                "kind     | cloud  | setting kind must be on-disk or in-memory, not 'cloud'",
                "strict   | maybe  | setting strict must be true or false, not 'maybe'",
                "login    | secret | setting login must be of the form user:password"
            })
    void shouldSayInOneLineWhatIsWrong(String name, String value, String message) {
        Map<String, String> given = new HashMap<>(Map.of("where", "a:1"));
        given.put(name, value);

        assertThatThrownBy(() -> Settings.read(DEFINITION, given))
                .isInstanceOf(DemarcheException.class)
                .hasMessage(message);
    }

    @Test
    void shouldShowNoSecretEvenInATrace() {
        StringWriter trace = new StringWriter();
        try {
            Settings.read(DEFINITION, Map.of("where", "a:1", "login", "s3cret"));
        } catch (DemarcheException e) {
            e.printStackTrace(new PrintWriter(trace, true));
        }

        assertThat(trace.toString()).contains("setting login").doesNotContain("s3cret");
    }

    @Test
    void shouldKeepSettingsOutThatAreDecidedElsewhere() {
        assertThatThrownBy(() -> Settings.refuse(Map.of("acks", "1"), "is decided elsewhere", "linger.ms", "acks"))
                .isInstanceOf(DemarcheException.class)
                .hasMessage("setting acks is decided elsewhere");
    }
}
