package io.demarche.tension;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import io.demarche.tension.rules.Ruleset;
import io.demarche.tension.verdicts.Judgements;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Following a pair mention by mention gives, after every step, what assessing the whole set gives. */
class DyadChronicleTest {
    private static final Dyad PAIR = Dyad.parse("AZE-FRA");
    private static final LadderAssessor ASSESSOR = LadderAssessor.withBundledRules();

    @Property
    void shouldHoldWhatTheWholeSetHoldsAfterEveryStep(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int size) {
        follow(ASSESSOR, seed, size, RandomMentions.DAYS);
    }

    @Property(tries = 100)
    void shouldHoldItOverUpToTwelveYears(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 150) int size,
            @ForAll @IntRange(min = 130, max = 4_400) int days) {
        follow(ASSESSOR, seed, size, days);
    }

    @Property
    void shouldHoldItWithFewReportsCountingAndAShortHorizon(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int size) {
        follow(
                LadderAssessor.with(changed("reports.most=64", "reports.most=2", "keep.days=3650", "keep.days=60")),
                seed,
                size,
                RandomMentions.DAYS);
    }

    @Property
    void shouldHoldItInTheLightOfVerdicts(@ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int size) {
        List<EventMention> mentions = new RandomMentions(seed, RandomMentions.DAYS).some(size, true);
        Random random = new Random(seed);
        List<AnalystVerdict> verdicts = RandomVerdicts.on(
                ASSESSOR.assess(PAIR, mentions, RandomMentions.START.plusDays(RandomMentions.DAYS))
                        .events(),
                random);
        mentions.addAll(ASSESSOR.corrections().of(verdicts));
        follow(ASSESSOR, Judgements.of(verdicts), mentions, random, RandomMentions.DAYS);
    }

    private static void follow(LadderAssessor assessor, long seed, int size, int days) {
        List<EventMention> mentions = new RandomMentions(seed, days).some(size, true);
        follow(assessor, Judgements.NONE, mentions, new Random(seed), days);
    }

    private static void follow(
            LadderAssessor assessor, Judgements judgements, List<EventMention> mentions, Random random, int days) {
        mentions.addAll(mentions.subList(0, random.nextInt(mentions.size())));
        Collections.shuffle(mentions, random);
        Following following = assessor.follow(PAIR, judgements);
        Map<String, DiplomaticEvent> events = new TreeMap<>();
        Map<String, EscalationAlert> alerts = new TreeMap<>();
        LocalDate asOf = RandomMentions.START.plusDays(random.nextInt(60));
        List<EventMention> taken = new ArrayList<>();
        for (EventMention mention : mentions) {
            taken.add(mention);
            following.take(mention);
            if (random.nextInt(4) > 0) {
                continue;
            }
            asOf = asOf.plusDays(random.nextInt(3) > 0 ? 0 : random.nextInt(days / 10));
            Following.Findings findings = following.asOf(asOf);
            findings.gone().forEach(events::remove);
            findings.holds().events().forEach(event -> events.put(event.getEventId(), event));
            findings.goneAlerts().forEach(alerts::remove);
            findings.holds().alerts().forEach(alert -> alerts.put(alert.getAlertId(), alert));

            Assessment expected = assessor.assess(PAIR, taken, judgements, asOf);
            assertThat(events.values()).containsExactlyInAnyOrderElementsOf(expected.events());
            assertThat(findings.holds().tension())
                    .hasToString(expected.tension().toString());
            assertThat(alerts.values()).containsExactlyInAnyOrderElementsOf(expected.alerts());
        }
    }

    private static Ruleset changed(String... replacements) {
        try (var in = Objects.requireNonNull(Ruleset.class.getResourceAsStream("ruleset.properties"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (int i = 0; i < replacements.length; i += 2) {
                assertThat(text).contains(replacements[i]);
                text = text.replace(replacements[i], replacements[i + 1]);
            }
            return Ruleset.read("test", new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
