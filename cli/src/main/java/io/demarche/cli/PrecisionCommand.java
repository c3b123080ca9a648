package io.demarche.cli;

import io.demarche.archive.store.Database;
import io.demarche.schemas.DemarcheException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche precision}: how often analysts found acts right. */
@Command(
        name = "precision",
        description = "Print how many of the acts that analysts judged were right, by rule, kind of act, publisher or"
                + " confidence, with the interval of 95 % (Wilson); copies of other acts count as neither right nor wrong."
                + " Read from the archive.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche precision --by type"})
final class PrecisionCommand implements Callable<Integer> {
    private static final String ROW = "%-24s %-24s %7s %7s %7s";

    /** What the acts are grouped by. */
    enum By {
        RULE("SELECT rule_id, found_right, found_wrong, found_double FROM accuracy_by_rule"),
        TYPE("SELECT event_type, found_right, found_wrong, found_double FROM accuracy_by_type"),
        PUBLISHER("SELECT publisher, found_right, found_wrong, found_double FROM accuracy_by_publisher"),
        CONFIDENCE("SELECT CASE WHEN confidence >= 0.95 THEN '0.95 to 1.00' WHEN confidence >= 0.85 THEN '0.85 to 0.95'"
                + " WHEN confidence >= 0.5 THEN '0.50 to 0.85' WHEN confidence >= 0 THEN '0.00 to 0.50' ELSE 'not told' END,"
                + " SUM(found_right), SUM(found_wrong), SUM(found_double) FROM judged_act GROUP BY 1");

        private final String question;

        By(String question) {
            this.question = question;
        }
    }

    @Mixin
    private DatabaseOptions archive;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "WHAT",
            description = "What the acts are grouped by: ${COMPLETION-CANDIDATES}, in capitals or not.")
    private By by;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Database database = archive.database();
        database.migrate();
        PrintWriter out = spec.commandLine().getOut();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(by.question + " ORDER BY 2 DESC, 1")) {
            out.println(row(by.name().toLowerCase(Locale.ROOT), "right (95 %)", "right", "wrong", "copies"));
            while (rows.next()) {
                long right = rows.getLong(2);
                long wrong = rows.getLong(3);
                out.println(row(
                        rows.getString(1),
                        new Precision(right, right + wrong).text(),
                        Long.toString(right),
                        Long.toString(wrong),
                        Long.toString(rows.getLong(4))));
            }
        } catch (SQLException e) {
            throw new DemarcheException(
                    "the archive in " + database.name() + " does not answer: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
        out.flush();
        return 0;
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, ROW, (Object[]) cells).stripTrailing();
    }
}
