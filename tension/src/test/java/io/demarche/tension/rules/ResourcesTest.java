package io.demarche.tension.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.avro.EventType;
import io.demarche.schemas.DemarcheException;
import io.demarche.tension.evidence.ActCatalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResourcesTest {
    private static String bundledRules() throws IOException {
        try (InputStream in = Ruleset.class.getResourceAsStream("ruleset.properties")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertRefused(String from, String to, String message) throws IOException {
        String text = bundledRules();
        assertThat(text).contains(from);
        String changed = text.replace(from, to);
        assertThatThrownBy(() -> Ruleset.read("mine.properties", new StringReader(changed)))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("mine.properties")
                .hasMessageContaining(message);
    }

    @Test
    void shouldReadTheBundledRules() {
        Ruleset rules = Ruleset.bundled();

        assertThat(rules.version()).isEqualTo("5");
        assertThat(rules.evidence().minimumBelief()).isEqualTo(0.85);
        assertThat(rules.evidence().oneReport()).isEqualTo(0.65);
        assertThat(rules.surge().scaledK()).isEqualTo(6);
        assertThat(rules.surge().scaledEvents()).isEqualTo(10);
        assertThat(rules.surge().scaledHostileEvents()).isEqualTo(4);
        assertThat(rules.episodes().quietDays()).isEqualTo(14);
    }

    @Test
    void shouldScaleTheSurgeToASmallFeed() throws IOException {
        Ruleset rules = Ruleset.read(
                "small", new StringReader(bundledRules().replace("surge.feedFactor=1", "surge.feedFactor=0.01")));

        assertThat(rules.surge().scaledK()).isEqualTo(3);
        assertThat(rules.surge().scaledEvents()).isEqualTo(2);
        assertThat(rules.surge().scaledHostileEvents()).isEqualTo(1.5);
    }

    @Test
    void shouldNameTheSettingThatIsWrong() throws IOException {
        assertRefused("belief.minimum=0.85", "belief.minimum=1.85", "belief.minimum is 1.85, outside 0.0 to 1.0");
        assertRefused("belief.minimum=0.85", "belief.minimum=high", "belief.minimum is 'high', which is no number");
        assertRefused("keep.days=3650", "keep.days=400.5", "keep.days is no whole number");
        assertRefused("keep.days=3650", "", "keep.days is missing");
        assertRefused("keep.days=3650", "keep.days=400\nkeep.dayz=3", "keep.dayz is no setting");
        assertRefused("ladder.tense=1.26", "ladder.tense=0.5", "ladder.tense is below ladder.strained");
        assertRefused("ladder.allMissions=", "ladder.allMissions=(", "ladder.allMissions is no regular expression");
    }

    @Test
    void shouldWeighCodesAsGoldsteinDid() {
        CodeTable codes = CodeTable.bundled();

        assertThat(codes.goldstein("161")).isEqualTo(-40);
        assertThat(codes.goldstein("163")).isEqualTo(-80);
        assertThat(codes.goldstein("057")).isEqualTo(80);
        assertThat(codes.goldstein("190")).isEqualTo(-100);
    }

    @Test
    void shouldFallBackToTheParentOfAnUnknownCode() {
        CodeTable codes = CodeTable.bundled();

        assertThat(codes.goldstein("1619")).isEqualTo(-40);
        assertThat(codes.eventType("1619")).isEqualTo(EventType.RELATIONS_DOWNGRADED);
        assertThat(codes.knows("9999")).isFalse();
        assertThat(codes.goldstein("9999")).isZero();
    }

    @Test
    void shouldNameFileAndLineOfABadRow() throws IOException {
        ResourceTable table =
                ResourceTable.read("codes.tsv", lines("# weights\ncode\tgoldstein\teventType\n161\t-400\tACCUSED\n"));

        assertThatThrownBy(() -> CodeTable.of(table))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("codes.tsv line 3")
                .hasMessageContaining("outside -100");
    }

    @Test
    void shouldRefuseARowWithTooFewCells() {
        assertThatThrownBy(() -> ResourceTable.read("codes.tsv", lines("code\tgoldstein\n161\n")))
                .hasMessageContaining("codes.tsv line 2: 1 cells");
    }

    @Test
    void shouldWantARowForEveryKindOfAct() throws IOException {
        ResourceTable table = ResourceTable.read(
                "acts.tsv",
                lines("type\tcameo\tlevel\tclass\tnearby\tlinkConfidence\trowConfidence\tverb\tbase\tnoun\tcounted\n"
                        + "ACCUSED\t112\t0\t11\tyes\t0.42\t0.5\taccuses {target}\taccuse {target}\taccusation\t\n"));

        assertThatThrownBy(() -> ActCatalogue.of(table)).hasMessageContaining("acts.tsv: there is no row for");
    }

    @Test
    void shouldKnowTheCodeOfEveryKindOfAct() {
        CodeTable codes = CodeTable.bundled();

        assertThat(EventType.values())
                .allSatisfy(type -> assertThat(
                                codes.knows(ActCatalogue.bundled().of(type).cameo()))
                        .isTrue());
    }

    private static BufferedReader lines(String text) {
        return new BufferedReader(new StringReader(text));
    }
}
