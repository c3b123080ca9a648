package io.demarche.archive.store;

import io.demarche.avro.AlertEvent;
import io.demarche.avro.ChainLink;
import io.demarche.avro.EscalationAlert;
import io.demarche.schemas.json.RecordJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Alerts as they stand, all their announcements, the acts they rest on and the chains. */
final class AlertRows {
    private static final String ALERT = Upsert.newest(
            "alert",
            List.of("alert_id"),
            "alert_id",
            "dyad",
            "level",
            "level_rank",
            "previous_level",
            "episode_start",
            "fired_on",
            "status",
            "rule",
            "headline",
            "explanation",
            "surge",
            "recent_hostility",
            "expected_hostility",
            "events",
            "hostile_events",
            "confidence",
            "as_of",
            "revision",
            "ruleset_version",
            "record");
    private static final String REVISION = Upsert.always(
            "alert_revision",
            List.of("alert_id", "revision"),
            "alert_id",
            "revision",
            "dyad",
            "level",
            "level_rank",
            "status",
            "headline",
            "as_of",
            "confidence",
            "record");
    private static final String ACT = Upsert.newest(
            "alert_act", List.of("alert_id", "place"), "alert_id", "place", "event_id", "summary", "revision");
    private static final String LINK = Upsert.newest(
            "chain_link",
            List.of("alert_id", "place"),
            "alert_id",
            "place",
            "event_id",
            "in_response_to",
            "lag_days",
            "basis",
            "confidence",
            "revision");
    private static final String OUTDATED = "DELETE FROM %1$s WHERE alert_id = ? AND revision <"
            + " (SELECT alert.revision FROM alert WHERE alert.alert_id = %1$s.alert_id)";

    private AlertRows() {}

    static void write(Connection connection, List<EscalationAlert> alerts) throws SQLException {
        try (PreparedStatement alert = connection.prepareStatement(ALERT);
                PreparedStatement revision = connection.prepareStatement(REVISION);
                PreparedStatement act = connection.prepareStatement(ACT);
                PreparedStatement link = connection.prepareStatement(LINK);
                PreparedStatement outdatedActs = connection.prepareStatement(OUTDATED.formatted("alert_act"));
                PreparedStatement outdatedLinks = connection.prepareStatement(OUTDATED.formatted("chain_link"))) {
            for (EscalationAlert one : alerts) {
                String record = RecordJson.write(one);
                add(alert, one, record);
                Parameters.add(
                        revision,
                        one.getAlertId(),
                        one.getRevision(),
                        one.getDyad(),
                        one.getLevel(),
                        TensionRows.rank(one.getLevel()),
                        one.getStatus(),
                        one.getHeadline(),
                        one.getAsOf(),
                        one.getConfidence(),
                        record);
                addParts(act, link, one);
                Parameters.add(outdatedActs, one.getAlertId());
                Parameters.add(outdatedLinks, one.getAlertId());
            }
            for (PreparedStatement statement : List.of(alert, revision, act, link, outdatedActs, outdatedLinks)) {
                statement.executeBatch();
            }
        }
    }

    private static void add(PreparedStatement statement, EscalationAlert alert, String record) throws SQLException {
        Parameters.add(
                statement,
                alert.getAlertId(),
                alert.getDyad(),
                alert.getLevel(),
                TensionRows.rank(alert.getLevel()),
                alert.getPreviousLevel(),
                alert.getEpisodeStart(),
                alert.getFiredOn(),
                alert.getStatus(),
                alert.getRule(),
                alert.getHeadline(),
                alert.getWhy().getExplanation(),
                alert.getWhy().getSurge(),
                alert.getWhy().getRecentHostility(),
                alert.getWhy().getExpectedHostility(),
                alert.getWhy().getEvents(),
                alert.getWhy().getHostileEvents(),
                alert.getConfidence(),
                alert.getAsOf(),
                alert.getRevision(),
                alert.getRulesetVersion(),
                record);
    }

    private static void addParts(PreparedStatement act, PreparedStatement link, EscalationAlert alert)
            throws SQLException {
        int place = 0;
        for (AlertEvent event : alert.getEvents()) {
            Parameters.add(
                    act, alert.getAlertId(), ++place, event.getEventId(), event.getSummary(), alert.getRevision());
        }
        place = 0;
        for (ChainLink answer : alert.getReciprocityChain()) {
            Parameters.add(
                    link,
                    alert.getAlertId(),
                    ++place,
                    answer.getEventId(),
                    answer.getInResponseTo(),
                    answer.getLagDays(),
                    answer.getBasis(),
                    answer.getConfidence(),
                    alert.getRevision());
        }
    }
}
