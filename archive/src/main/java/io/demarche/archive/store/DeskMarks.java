package io.demarche.archive.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people say of episodes, each with a line of who did it. */
public final class DeskMarks {
    private static final String MARK = Upsert.always(
            "desk_mark",
            List.of("dyad", "episode_start", "kind"),
            "dyad",
            "episode_start",
            "kind",
            "who",
            "made_at",
            "muted_until");
    private static final String UNMARK = "DELETE FROM desk_mark WHERE dyad = ? AND episode_start = ? AND kind = ?";
    private static final String AUDIT =
            "INSERT INTO desk_audit (made_at, who, what, dyad, episode_start, muted_until) VALUES (?, ?, ?, ?, ?, ?)";

    private DeskMarks() {}

    /** What may be said of an episode. */
    public enum Kind {
        /** Somebody has seen it. */
        ACKNOWLEDGED,
        /** It is not to be shown until a day. */
        MUTED
    }

    /** An episode of a pair. */
    public record Episode(String dyad, LocalDate start) {}

    /**
     * Says it, or takes it back, and writes down who did.
     *
     * @param connection one that commits by itself; it does so again afterwards
     * @param until the day up to which it is muted; null where it is not muted
     * @param taken whether it is taken back
     */
    public static void write(
            Connection connection,
            Episode episode,
            Kind kind,
            @Nullable LocalDate until,
            String who,
            Instant at,
            boolean taken)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            change(connection, episode, kind, until, who, at, taken);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void change(
            Connection connection,
            Episode episode,
            Kind kind,
            @Nullable LocalDate until,
            String who,
            Instant at,
            boolean taken)
            throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(taken ? UNMARK : MARK);
                PreparedStatement audit = connection.prepareStatement(AUDIT)) {
            if (taken) {
                Parameters.add(mark, episode.dyad(), episode.start(), kind);
            } else {
                Parameters.add(mark, episode.dyad(), episode.start(), kind, who, at, until);
            }
            mark.executeBatch();
            String what = taken ? "NOT " + kind.name() : kind.name();
            Parameters.add(audit, at, who, what, episode.dyad(), episode.start(), until);
            audit.executeBatch();
        }
    }
}
