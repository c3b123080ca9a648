package io.demarche.archive.testing;

import io.demarche.archive.store.ArchiveWriter;
import io.demarche.archive.store.ArticlePlace;
import io.demarche.archive.store.Batch;
import io.demarche.archive.store.Database;
import io.demarche.archive.store.Position;
import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import java.sql.SQLException;
import java.util.List;

/** An archive to test with, written as the service writes it. */
public final class FilledArchive {
    private final Database database;
    private long offset;

    /** An archive in a file that need not be there yet. */
    public FilledArchive(String file) {
        database = Database.of(file, "", "");
        database.migrate();
    }

    /** Where it is. */
    public Database database() {
        return database;
    }

    /** Takes in what was announced. */
    public void add(List<DiplomaticEvent> events, List<BilateralTension> tension, List<EscalationAlert> alerts) {
        try (ArchiveWriter writer = ArchiveWriter.open(database)) {
            offset += events.size() + tension.size() + alerts.size();
            writer.write(new Batch(events, tension, alerts, List.of(new Position("all", 0, "id", offset))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes in what an analyst said. */
    public void add(AnalystVerdict verdict) {
        try (ArchiveWriter writer = ArchiveWriter.open(database)) {
            writer.write(new Batch(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(verdict),
                    List.of(),
                    List.of(new Position("all", 0, "id", ++offset))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes in where an article is. */
    public void add(ArticlePlace place) {
        try (ArchiveWriter writer = ArchiveWriter.open(database)) {
            writer.write(new Batch(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(place),
                    List.of(new Position("all", 0, "id", ++offset))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes in alerts. */
    public void add(EscalationAlert... alerts) {
        add(List.of(), List.of(), List.of(alerts));
    }

    /** Forgets all of it. */
    public void clear() {
        try (ArchiveWriter writer = ArchiveWriter.open(database)) {
            writer.clear();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
