package io.demarche.archive.store;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.EventType;
import io.demarche.avro.Verdict;
import io.demarche.schemas.TrustedRecords;
import io.demarche.schemas.json.RecordJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Acts as they are shown to whoever judges them. */
public final class JudgedActs {
    private static final String EVENT =
            "SELECT dyad, source, target, event_type, event_date, cameo_code, first_reported_at,"
                    + " confidence, mentions FROM event WHERE event_id = ?";
    private static final String QUOTES =
            "SELECT mention_id, publisher, quote, rule_id FROM evidence WHERE event_id = ? ORDER BY place";
    private static final String JUDGED =
            "SELECT record FROM analyst_verdict WHERE event_id = ? ORDER BY given_ms DESC, verdict_id DESC";

    private JudgedActs() {}

    /**
     * A verdict that says nothing yet of an event: what the event was shown with is in it. One that a verdict took out is as it
     * was when it was judged.
     *
     * @return empty where the archive has no such event
     */
    public static Optional<AnalystVerdict> shown(Connection connection, String eventId) throws SQLException {
        TrustedRecords.declare();
        try (PreparedStatement statement = connection.prepareStatement(EVENT)) {
            statement.setString(1, eventId);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Optional<AnalystVerdict> before =
                        judged(connection, eventId).stream().findFirst();
                if (row.getInt("mentions") == 0 && before.isPresent()) {
                    return before.map(JudgedActs::blank);
                }
                AnalystVerdict shown = blank(connection, eventId, row);
                // a verdict has changed it since: what the pipeline made of it by itself is what is measured
                before.ifPresent(verdict -> shown.setConfidence(verdict.getConfidence()));
                return Optional.of(shown);
            }
        }
    }

    /** The verdicts on an event, the latest first. */
    private static List<AnalystVerdict> judged(Connection connection, String eventId) throws SQLException {
        List<AnalystVerdict> verdicts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(JUDGED)) {
            statement.setString(1, eventId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    verdicts.add(RecordJson.read(RecordJson.parse(rows.getString(1)), AnalystVerdict.class));
                }
            }
        }
        return verdicts;
    }

    private static AnalystVerdict blank(AnalystVerdict before) {
        before.setVerdict(Verdict.UNKNOWN);
        before.setCorrectedType(null);
        before.setCorrectedSource(null);
        before.setCorrectedTarget(null);
        before.setCorrectedDate(null);
        before.setNote("");
        return before;
    }

    private static AnalystVerdict blank(Connection connection, String eventId, ResultSet row) throws SQLException {
        List<String> mentions = new ArrayList<>();
        TreeSet<String> publishers = new TreeSet<>();
        TreeSet<String> rules = new TreeSet<>();
        String quote = "";
        try (PreparedStatement statement = connection.prepareStatement(QUOTES)) {
            statement.setString(1, eventId);
            try (ResultSet quotes = statement.executeQuery()) {
                while (quotes.next()) {
                    mentions.add(quotes.getString("mention_id"));
                    publishers.add(quotes.getString("publisher"));
                    rules.add(quotes.getString("rule_id"));
                    quote = quote.isEmpty() ? quotes.getString("quote") : quote;
                }
            }
        }
        publishers.remove("");
        rules.remove("");
        return AnalystVerdict.newBuilder()
                .setVerdictId("")
                .setEventId(eventId)
                .setMentionIds(mentions)
                .setDyad(row.getString("dyad"))
                .setVerdict(Verdict.UNKNOWN)
                .setEventType(EventType.valueOf(row.getString("event_type")))
                .setSource(row.getString("source"))
                .setTarget(row.getString("target"))
                .setEventDate(LocalDate.parse(row.getString("event_date")))
                .setCameoCode(row.getString("cameo_code"))
                .setReportedAt(Instant.parse(row.getString("first_reported_at")))
                .setQuote(quote)
                .setConfidence(row.getDouble("confidence"))
                .setPublishers(List.copyOf(publishers))
                .setRuleIds(List.copyOf(rules))
                .setNote("")
                .setAnalyst("")
                .setAt(Instant.EPOCH)
                .build();
    }
}
