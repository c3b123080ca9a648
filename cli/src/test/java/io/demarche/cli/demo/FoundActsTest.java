package io.demarche.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import io.demarche.tension.LadderAssessor;
import io.demarche.tension.evidence.ActCatalogue;
import io.demarche.tension.evidence.BareEvent;
import io.demarche.tension.evidence.BareEvents;
import io.demarche.tension.rules.CodeTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundActsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 5);

    @Test
    void shouldSayThatNothingWasFound() {
        assertThat(new FoundActs(List.of(), 0.85).line()).isEqualTo("no act of one state toward another");
    }

    @Test
    void shouldSayWhyNothingThatWasFoundCounts() {
        List<DiplomaticEvent> events = new ArrayList<>(events("NOR", "PER", "161", 0.5));
        events.addAll(events("CHL", "KEN", "051", 0.9));
        List<DiplomaticEvent> history = events("CHL", "KEN", "161", 0.9);
        history.forEach(event -> event.setHistorical(true));
        events.addAll(history);

        assertThat(new FoundActs(events, 0.85).line())
                .isEqualTo(
                        "3 events of 2 pairs, none counts: 1 told as history, 1 believed below 0.85 (a second publisher"
                                + " would help), 1 of a kind that raises no alert by itself");
    }

    private static List<DiplomaticEvent> events(String source, String target, String code, double confidence) {
        EventMention mention = new BareEvents(CodeTable.bundled(), ActCatalogue.bundled())
                .next(new BareEvent(DAY, source, target, code, confidence, null, null));
        return LadderAssessor.withBundledRules()
                .assess(Dyad.between(source, target).orElseThrow(), List.of(mention), DAY)
                .events();
    }
}
