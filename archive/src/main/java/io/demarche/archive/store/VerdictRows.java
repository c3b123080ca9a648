package io.demarche.archive.store;

import io.demarche.avro.AnalystVerdict;
import io.demarche.schemas.Verdicts;
import io.demarche.schemas.json.RecordJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** What analysts say of acts. */
final class VerdictRows {
    private static final String VERDICT = Upsert.always(
            "analyst_verdict",
            List.of("verdict_id"),
            "verdict_id",
            "subject",
            "event_id",
            "dyad",
            "verdict",
            "event_type",
            "source",
            "target",
            "event_date",
            "corrected_type",
            "corrected_source",
            "corrected_target",
            "corrected_date",
            "confidence",
            "note",
            "analyst",
            "given_at",
            "given_ms",
            "record");
    private static final String PUBLISHER =
            Upsert.always("verdict_publisher", List.of("verdict_id", "place"), "verdict_id", "place", "publisher");
    private static final String RULE =
            Upsert.always("verdict_rule", List.of("verdict_id", "place"), "verdict_id", "place", "rule_id");

    private VerdictRows() {}

    static void write(Connection connection, List<AnalystVerdict> verdicts) throws SQLException {
        if (verdicts.isEmpty()) {
            return;
        }
        try (PreparedStatement verdict = connection.prepareStatement(VERDICT);
                PreparedStatement publisher = connection.prepareStatement(PUBLISHER);
                PreparedStatement rule = connection.prepareStatement(RULE)) {
            for (AnalystVerdict one : verdicts) {
                add(verdict, one);
                add(publisher, one, one.getPublishers());
                add(rule, one, one.getRuleIds());
            }
            verdict.executeBatch();
            publisher.executeBatch();
            rule.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, AnalystVerdict verdict) throws SQLException {
        Parameters.add(
                statement,
                verdict.getVerdictId(),
                Verdicts.subject(verdict),
                verdict.getEventId(),
                verdict.getDyad(),
                verdict.getVerdict(),
                verdict.getEventType(),
                verdict.getSource(),
                verdict.getTarget(),
                verdict.getEventDate(),
                verdict.getCorrectedType(),
                verdict.getCorrectedSource(),
                verdict.getCorrectedTarget(),
                verdict.getCorrectedDate(),
                verdict.getConfidence(),
                verdict.getNote(),
                verdict.getAnalyst(),
                verdict.getAt(),
                verdict.getAt().toEpochMilli(),
                RecordJson.write(verdict));
    }

    private static void add(PreparedStatement statement, AnalystVerdict verdict, List<String> values)
            throws SQLException {
        int place = 0;
        for (String value : values) {
            Parameters.add(statement, verdict.getVerdictId(), ++place, value);
        }
    }
}
