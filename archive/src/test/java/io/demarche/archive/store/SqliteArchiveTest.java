package io.demarche.archive.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteArchiveTest extends ArchiveContract {
    @TempDir
    private Path dir;

    @Override
    Database empty() {
        return Database.of(dir.resolve("archive.db").toString(), "", "");
    }
}
