package io.demarche.cli.demo;

import io.demarche.archive.store.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What an archive holds, as text: a line a row, its values with bars between them. */
final class ArchiveRows {
    private ArchiveRows() {}

    static List<String> of(Path db, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = Database.of(db.toString(), "", "").connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(found.getObject(i)));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }
}
