package io.demarche.archive.store;

import io.demarche.schemas.DemarcheException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * A database that holds an archive: a file of SQLite's, or one on a PostgreSQL server.
 *
 * <pre>{@code
 * Database database = Database.of("archive.db", "", "");
 * database.migrate();
 * try (Connection connection = database.connect()) { … }
 * }</pre>
 */
public final class Database {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String MIGRATIONS = "classpath:io/demarche/archive/migrations/";

    private final Dialect dialect;
    private final String url;
    private final Properties properties = new Properties();

    private Database(Dialect dialect, String url, Map<String, String> properties) {
        this.dialect = dialect;
        this.url = url;
        this.properties.putAll(properties);
    }

    /**
     * A database by name. Nothing is opened yet.
     *
     * @param name a file, or a JDBC URL of SQLite or PostgreSQL
     * @param user the server's user; empty for what the URL says
     * @param password the user's password; empty for none
     * @throws DemarcheException where the name is neither
     */
    public static Database of(String name, String user, String password) {
        if (name.startsWith(POSTGRESQL)) {
            return new Database(Dialect.POSTGRESQL, name, credentials(user, password));
        }
        if (name.isBlank() || (name.startsWith("jdbc:") && !name.startsWith(SQLITE))) {
            throw new DemarcheException("no archive can be kept in '" + name
                    + "': name a file, or a URL such as jdbc:postgresql://localhost/demarche");
        }
        String url = name.startsWith(SQLITE) ? name : SQLITE + Path.of(name).toAbsolutePath();
        return new Database(
                Dialect.SQLITE,
                url,
                // Readers do not wait for the writer. After a power cut the last transactions may be gone, rows and
                // offsets
                // alike: they are read again from the topics.
                Map.of("journal_mode", "WAL", "synchronous", "NORMAL", "busy_timeout", "10000"));
    }

    /** Its kind. */
    public Dialect dialect() {
        return dialect;
    }

    /** Its name for people, without a password. */
    public String name() {
        return url.replaceFirst("^" + SQLITE, "").replaceFirst("\\?.*", "");
    }

    /** A new connection, which commits each statement by itself unless told otherwise. */
    public Connection connect() throws SQLException {
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains(url)) { // the driver quotes it, with a password in it
                throw new SQLException(message.replace(url, name()), e.getSQLState()); // and so does its cause
            }
            throw e;
        }
    }

    /**
     * Creates the tables, or brings them up to date.
     *
     * @throws DemarcheException where the database does not answer
     */
    public void migrate() {
        requireFolder();
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(new ConnectionSource(this))
                    .locations(MIGRATIONS + "common", MIGRATIONS + dialect.folder())
                    .placeholders(Map.of("serial", dialect.serial()))
                    .table("archive_version")
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DemarcheException("cannot prepare the archive in " + name() + ": " + reason(e), e);
        }
    }

    private void requireFolder() {
        if (dialect != Dialect.SQLITE || url.contains(":memory:")) {
            return;
        }
        Path folder = Path.of(name()).toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new DemarcheException("cannot keep the archive in " + name() + ": no such folder: " + folder);
        }
    }

    private static Map<String, String> credentials(String user, String password) {
        if (user.isEmpty()) {
            return Map.of("ApplicationName", "demarche");
        }
        return password.isEmpty()
                ? Map.of("ApplicationName", "demarche", "user", user)
                : Map.of("ApplicationName", "demarche", "user", user, "password", password);
    }

    /** The cause that a person can act on, in one line. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(cause.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }
}
