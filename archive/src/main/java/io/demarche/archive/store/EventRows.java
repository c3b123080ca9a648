package io.demarche.archive.store;

import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.Evidence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Events and their quotes. */
final class EventRows {
    /** More than any text index needs; PostgreSQL's refuses a megabyte. */
    private static final int MAX_WORDS = 20_000;

    /** More than any publisher's name; PostgreSQL's index takes no entry of three kilobytes. */
    private static final int MAX_PUBLISHER = 500;

    private static final String EVENT = Upsert.newest(
            "event",
            List.of("event_id"),
            "event_id",
            "dyad",
            "source",
            "source_name",
            "source_role",
            "target",
            "target_name",
            "target_role",
            "event_type",
            "cameo_code",
            "event_date",
            "date_basis",
            "date_precision",
            "how_many",
            "counted",
            "deadline_hours",
            "stated_reason",
            "reciprocal",
            "reciprocity_cue",
            "modality",
            "attributed_to",
            "goldstein_tenths",
            "publishers",
            "mentions",
            "confidence",
            "in_response_to",
            "lag_days",
            "link_basis",
            "link_confidence",
            "historical",
            "first_reported_at",
            "last_reported_at",
            "revision",
            "words");
    private static final String EVIDENCE = Upsert.newest(
            "evidence",
            List.of("event_id", "place"),
            "event_id",
            "place",
            "mention_id",
            "article_id",
            "publisher",
            "url",
            "published_at",
            "quote",
            "confidence",
            "rule_id",
            "revision");
    // Of an older revision: it had more quotes, or it came in late.
    private static final String OUTDATED = "DELETE FROM evidence WHERE event_id = ? AND revision <"
            + " (SELECT event.revision FROM event WHERE event.event_id = evidence.event_id)";

    private EventRows() {}

    static void write(Connection connection, List<DiplomaticEvent> events) throws SQLException {
        try (PreparedStatement event = connection.prepareStatement(EVENT);
                PreparedStatement evidence = connection.prepareStatement(EVIDENCE);
                PreparedStatement outdated = connection.prepareStatement(OUTDATED)) {
            for (DiplomaticEvent one : events) {
                add(event, one);
                int place = 0;
                for (Evidence quote : one.getEvidence()) {
                    add(evidence, one, ++place, quote);
                }
                Parameters.add(outdated, one.getEventId());
            }
            event.executeBatch();
            evidence.executeBatch();
            outdated.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, DiplomaticEvent event) throws SQLException {
        String words = event.getEvidence().stream().map(Evidence::getQuote).collect(Collectors.joining("\n"));
        Parameters.add(
                statement,
                event.getEventId(),
                event.getDyad(),
                event.getSource().getCountry(),
                event.getSource().getName(),
                event.getSource().getRole(),
                event.getTarget().getCountry(),
                event.getTarget().getName(),
                event.getTarget().getRole(),
                event.getEventType(),
                event.getCameoCode(),
                event.getEventDate(),
                event.getDateBasis(),
                event.getDatePrecision(),
                event.getCount(),
                event.getCounted(),
                event.getDeadlineHours(),
                event.getStatedReason(),
                event.getReciprocal(),
                event.getReciprocityCue(),
                event.getModality(),
                event.getAttributedTo(),
                event.getGoldstein(),
                event.getPublishers().size(),
                event.getMentions(),
                event.getConfidence(),
                event.getInResponseTo(),
                event.getLagDays(),
                event.getLinkBasis(),
                event.getLinkConfidence(),
                event.getHistorical(),
                event.getFirstReportedAt(),
                event.getLastReportedAt(),
                event.getRevision(),
                bounded(words, MAX_WORDS));
    }

    private static String bounded(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    private static void add(PreparedStatement statement, DiplomaticEvent event, int place, Evidence quote)
            throws SQLException {
        Parameters.add(
                statement,
                event.getEventId(),
                place,
                quote.getMentionId(),
                quote.getArticleId(),
                bounded(quote.getPublisher(), MAX_PUBLISHER),
                quote.getUrl(),
                quote.getPublishedAt(),
                quote.getQuote(),
                quote.getConfidence(),
                quote.getRuleId(),
                event.getRevision());
    }
}
