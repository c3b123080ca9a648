package io.demarche.archive.store;

import io.demarche.avro.BilateralTension;
import io.demarche.avro.TensionLevel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Readings of tension, the last that was announced for each day of each pair. */
final class TensionRows {
    private static final String TENSION = Upsert.always(
            "tension",
            List.of("dyad", "as_of_day"),
            "dyad",
            "as_of_day",
            "level",
            "level_rank",
            "surge",
            "recent_hostility",
            "expected_hostility",
            "balance",
            "events",
            "hostile_events",
            "ruleset_version");

    private TensionRows() {}

    /** The level's number on the ladder: 0 for calm, 6 for hostilities, -1 for one that is not known here. */
    static int rank(TensionLevel level) {
        return level.ordinal() - TensionLevel.CALM.ordinal();
    }

    static void write(Connection connection, List<BilateralTension> readings) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TENSION)) {
            for (BilateralTension reading : readings) {
                Parameters.add(
                        statement,
                        reading.getDyad(),
                        reading.getAsOfDay(),
                        reading.getLevel(),
                        rank(reading.getLevel()),
                        reading.getSurge(),
                        reading.getRecentHostility(),
                        reading.getExpectedHostility(),
                        reading.getBalance(),
                        reading.getEvents(),
                        reading.getHostileEvents(),
                        reading.getRulesetVersion());
            }
            statement.executeBatch();
        }
    }
}
