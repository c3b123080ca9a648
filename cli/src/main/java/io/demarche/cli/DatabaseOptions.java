package io.demarche.cli;

import io.demarche.archive.store.Database;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the archive is kept. */
final class DatabaseOptions {
    @Option(
            names = "--db",
            paramLabel = "FILE|URL",
            defaultValue = "archive.db",
            description = "The archive: a file of SQLite's, or a URL such as jdbc:postgresql://HOST/DATABASE"
                    + " (default: ${DEFAULT-VALUE}).")
    private String db;

    @Option(names = "--db-user", paramLabel = "NAME", description = "User of the PostgreSQL server.")
    private @Nullable String user;

    @Option(
            names = "--db-password-file",
            paramLabel = "FILE",
            description = "File that holds that user's password and nothing else.")
    private @Nullable Path passwordFile;

    Database database() {
        return Database.of(db, user == null ? "" : user, password());
    }

    private String password() {
        if (passwordFile == null) {
            return "";
        }
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new DemarcheException("cannot read --db-password-file " + passwordFile, e);
        }
    }
}
