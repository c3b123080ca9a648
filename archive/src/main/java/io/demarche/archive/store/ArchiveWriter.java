package io.demarche.archive.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Writes batches, each with the positions behind it in one transaction. Not thread-safe. */
public final class ArchiveWriter implements AutoCloseable {
    private static final String POSITION = Upsert.always(
            "topic_offset",
            List.of("topic", "partition_number"),
            "topic",
            "partition_number",
            "topic_id",
            "next_offset");
    private static final List<String> TABLES = List.of(
            "evidence",
            "event",
            "alert_act",
            "chain_link",
            "alert_revision",
            "alert",
            "tension",
            "verdict_publisher",
            "verdict_rule",
            "analyst_verdict",
            "article_place",
            "topic_offset");

    private final Connection connection;

    private ArchiveWriter(Connection connection) {
        this.connection = connection;
    }

    /** Opens the database, whose tables must be there. */
    public static ArchiveWriter open(Database database) throws SQLException {
        Connection connection = database.connect();
        try {
            connection.setAutoCommit(false);
            return new ArchiveWriter(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Where reading went on after the last batch. */
    public List<Position> positions() throws SQLException {
        List<Position> positions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT topic, partition_number, topic_id, next_offset FROM topic_offset")) {
            while (rows.next()) {
                positions.add(new Position(rows.getString(1), rows.getInt(2), rows.getString(3), rows.getLong(4)));
            }
        }
        connection.commit();
        return positions;
    }

    /** Writes all of it or, where it fails, nothing. */
    public void write(Batch batch) throws SQLException {
        inTransaction(() -> {
            EventRows.write(connection, batch.events());
            TensionRows.write(connection, batch.tension());
            AlertRows.write(connection, batch.alerts());
            VerdictRows.write(connection, batch.verdicts());
            ArticleRows.write(connection, batch.articles());
            try (PreparedStatement statement = connection.prepareStatement(POSITION)) {
                for (Position at : batch.positions()) {
                    Parameters.add(statement, at.topic(), at.partition(), at.topicId(), at.nextOffset());
                }
                statement.executeBatch();
            }
        });
    }

    /** Empties the tables, so that they are filled again from the beginning of the topics. */
    public void clear() throws SQLException {
        inTransaction(() -> {
            try (Statement statement = connection.createStatement()) {
                for (String table : TABLES) {
                    statement.executeUpdate("DELETE FROM " + table);
                }
            }
        });
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void inTransaction(Work work) throws SQLException {
        try {
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            try {
                connection.rollback();
            } catch (SQLException lost) {
                e.addSuppressed(lost);
            }
            throw e;
        }
    }

    /** What is done in one transaction. */
    private interface Work {
        void run() throws SQLException;
    }
}
