package io.demarche.archive.store;

import io.demarche.archive.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresArchiveIT extends ArchiveContract {
    private static Postgres server;

    @BeforeAll
    static void start() {
        server = Postgres.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    Database empty() {
        return server.emptyDatabase();
    }
}
