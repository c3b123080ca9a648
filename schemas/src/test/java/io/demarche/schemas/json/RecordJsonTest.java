package io.demarche.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.avro.Actor;
import io.demarche.avro.AlertEvent;
import io.demarche.avro.AlertFigures;
import io.demarche.avro.DayTick;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.avro.RawArticle;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.testing.RecordArbitraries;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {
    private static final String MENTION = """
            {"mentionId":"m1","articleId":"a1","contentHash":"c1","bodyFingerprint":7,
             "publishedAt":"2019-03-04T10:15:00Z","fetchedAt":"2019-03-04T11:00:00.250Z","cameoCode":"161",
             "source":{"country":"ECU"},"target":{"country":"VEN","role":"GOV"},"eventDate":"2019-03-03",
             "confidence":0.9,"quote":"was told to leave","quoteStart":3,"quoteEnd":20,"ruleId":"r","coderVersion":"v"}
            """;

    @Property(tries = 500)
    void shouldReadBackWhatItWrote(@ForAll("records") SpecificRecord record) {
        String line = RecordJson.write(record);

        Object readBack = RecordJson.read(RecordJson.parse(line), record.getClass());

        assertThat(readBack).isEqualTo(record);
    }

    @Property(tries = 500)
    void shouldWriteOneLine(@ForAll("records") SpecificRecord record) {
        assertThat(RecordJson.write(record)).doesNotContain("\n", "\r");
    }

    @Test
    void shouldWriteInTheOrderOfTheSchemaAndLeaveNullsOut() {
        RawArticle article = RecordJson.read(RecordJson.parse("""
                        {"fetchedAt":"2020-01-02T03:04:05Z","body":"b","publishedAt":"2020-01-02T00:00:00Z",
                         "contentHash":"h","articleId":"a"}"""), RawArticle.class);

        assertThat(RecordJson.write(article))
                .isEqualTo(
                        "{\"articleId\":\"a\",\"contentHash\":\"h\",\"publisher\":\"\",\"title\":\"\",\"body\":\"b\","
                                + "\"language\":\"en\",\"publishedAt\":\"2020-01-02T00:00:00Z\",\"publishedAtBasis\":\"UNKNOWN\","
                                + "\"publishedAtOffset\":0,\"fetchedAt\":\"2020-01-02T03:04:05Z\",\"truncated\":false}");
    }

    @Test
    void shouldGiveAbsentFieldsTheDefaultOfTheSchema() {
        EventMention mention = read(mention());

        assertThat(mention.getEventType()).isEqualTo(EventType.UNKNOWN);
        assertThat(mention.getPublisher()).isEmpty();
        assertThat(mention.getCount()).isNull();
        assertThat(mention.getSource()).isEqualTo(new Actor("ECU", "", ""));
    }

    @Test
    void shouldReadDaysAndTimes() {
        EventMention mention = read(mention());

        assertThat(mention.getEventDate()).isEqualTo(LocalDate.of(2019, 3, 3));
        assertThat(mention.getFetchedAt()).isEqualTo(Instant.parse("2019-03-04T11:00:00.250Z"));
    }

    @Test
    void shouldPassOverMembersThatTheSchemaDoesNotKnow() {
        ObjectNode json = mention();
        json.put("note", "whatever");

        assertThat(read(json)).isEqualTo(read(mention()));
    }

    @Test
    void shouldNameTheFieldThatIsMissing() {
        ObjectNode json = mention();
        json.withObject("/source").remove("country");

        assertThatThrownBy(() -> read(json))
                .isInstanceOf(DemarcheException.class)
                .hasMessage("field 'source.country' is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quoteStart      | \"3\"              | a whole number of 32 bits, but is text",
                "quoteStart      | 3.0                | a whole number of 32 bits, but is the number 3.0",
                "quoteStart      | 3000000000         | a whole number of 32 bits, but is the number 3000000000",
                "bodyFingerprint | 9223372036854775808| a whole number of 64 bits, but is the number 9223372036854775808",
                "confidence      | \"0.9\"            | a number, but is text",
                "confidence      | 1e999              | a number, but is the number",
                "quote           | 5                  | text, but is the number 5",
                "quote           | null               | text, but is null",
                "withdrawn       | \"false\"          | true or false, but is text",
                "withdrawn       | 0                  | true or false, but is the number 0",
                "source          | \"ECU\"            | an object, but is text",
                "source          | []                 | an object, but is a list",
                "eventType       | \"EXPELLED\"       | one of UNKNOWN, DIPLOMATS_EXPELLED",
                "eventType       | 1                  | text, but is the number 1",
                "eventDate       | 17958              | a day such as 2023-12-26, but is the number 17958",
                "eventDate       | \"2019-02-30\"     | a day such as 2023-12-26, but is \"2019-02-30\"",
                "eventDate       | \"+999999999-01-01\" | a day such as 2023-12-26, but is",
                "publishedAt     | \"2019-03-04\"     | a time such as 2023-12-26T10:15:00Z, but is \"2019-03-04\"",
                "publishedAt     | \"+999999999-01-01T00:00:00Z\" | a time such as 2023-12-26T10:15:00Z, but is",
                "count           | {}                 | a whole number of 32 bits, but is an object"
            })
    void shouldNameTheFieldOfTheWrongType(String field, String value, String expected) {
        ObjectNode json = mention();
        json.set(field, RecordJson.parse("{\"v\":" + value + "}").get("v"));

        assertThatThrownBy(() -> read(json))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("field '" + field + "' must be " + expected)
                .hasMessageNotContainingAny("\n");
    }

    @Test
    void shouldNameThePlaceInAList() {
        ObjectNode json = RecordJson.parse("{\"eventId\":\"e\",\"cameoCode\":\"161\",\"source\":\"A\",\"target\":\"B\","
                + "\"eventDate\":\"2019-03-03\",\"summary\":\"s\",\"confidence\":1,\"mentions\":1,"
                + "\"evidence\":[{\"mentionId\":\"m\",\"articleId\":\"a\",\"publishedAt\":\"2019-03-04T10:15:00Z\","
                + "\"quote\":\"q\",\"confidence\":1},{\"mentionId\":2}]}");

        assertThatThrownBy(() -> RecordJson.read(json, AlertEvent.class))
                .hasMessage("field 'evidence[1].mentionId' must be text, but is the number 2");
    }

    @Test
    void shouldNotShareTheDefaultOfOneRecordWithTheNext() {
        assertThat(read(mention()).getSource()).isNotSameAs(read(mention()).getSource());
    }

    @Test
    void shouldRefuseToWriteWhatIsNoNumber() {
        AlertFigures figures = new AlertFigures(Double.NaN, 0.0, 0.0, 0, 0, "");

        assertThatThrownBy(() -> RecordJson.write(figures))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surge");
    }

    @Test
    void shouldRefuseToWriteNullWhereTheSchemaTakesNone() {
        assertThatThrownBy(() -> RecordJson.write(new DayTick()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("day is null, but takes no null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "[1]",
                "3",
                "null",
                "{\"a\":1} x",
                "{\"a\":1}{\"a\":2}",
                "{\"a\":1,\"a\":2}",
                "\u0000"
            })
    void shouldRefuseALineThatIsNotOneObject(String line) {
        assertThatThrownBy(() -> RecordJson.parse(line))
                .isInstanceOf(DemarcheException.class)
                .hasMessageMatching("not (valid JSON|a JSON object).*");
    }

    @Test
    void shouldRefuseDeepNestingWithoutOverflow() {
        String deep = "[".repeat(100_000);

        assertThatThrownBy(() -> RecordJson.parse("{\"a\":" + deep)).isInstanceOf(DemarcheException.class);
    }

    @Provide
    Arbitrary<SpecificRecord> records() {
        return RecordArbitraries.any();
    }

    private static ObjectNode mention() {
        return RecordJson.parse(MENTION);
    }

    private static EventMention read(ObjectNode json) {
        return RecordJson.read(json, EventMention.class);
    }
}
