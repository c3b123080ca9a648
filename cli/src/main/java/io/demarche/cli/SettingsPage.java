package io.demarche.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every option of every command, with its environment variable, as a page in Markdown. The environment changes nothing in it. */
final class SettingsPage {
    private static final String HEAD = """
            # Settings

            Every option of every command, and every property that is read. An option may also be set by its environment variable, which is how the containers are told; what stands on the
            command line goes before it. This page is generated: `./demarche settings > docs/settings.md`.

            | option | variable | default | of | what it says |
            |---|---|---|---|---|
            """;

    private SettingsPage() {}

    /** The page, for the commands below this one. */
    static String markdown(CommandSpec program) {
        Map<Row, List<String>> rows = new TreeMap<>();
        collect(program, "", rows);
        StringBuilder page = new StringBuilder(HEAD);
        rows.forEach((row, commands) -> page.append(row.line(commands)));
        return page.append(PropertiesPage.markdown(
                        rows.keySet().stream().map(Row::name).collect(Collectors.toSet())))
                .toString();
    }

    private static void collect(CommandSpec command, String name, Map<Row, List<String>> rows) {
        for (OptionSpec option : command.options()) {
            if (!option.usageHelp() && !option.versionHelp() && !option.inherited()) {
                rows.computeIfAbsent(Row.of(option), row -> new ArrayList<>()).add(name);
            }
        }
        for (Map.Entry<String, CommandLine> sub : command.subcommands().entrySet()) {
            collect(sub.getValue().getCommandSpec(), (name + " " + sub.getKey()).strip(), rows);
        }
    }

    /** An option; commands that have the same share a row. */
    private record Row(String name, String label, String byDefault, String description) implements Comparable<Row> {

        static Row of(OptionSpec option) {
            boolean takesValue = option.arity().max() > 0;
            String byDefault = option.defaultValue() == null ? "" : option.defaultValue();
            String description = String.join(" ", option.description()).replace(" (default: " + byDefault + ")", "");
            return new Row(option.longestName(), takesValue ? option.paramLabel() : "", byDefault, description);
        }

        String line(List<String> commands) {
            String shown = label.isEmpty() ? name : name + " " + label;
            return "| `" + cell(shown) + "` | `" + EnvironmentDefaults.variable(name) + "` | "
                    + (byDefault.isEmpty() ? "" : "`" + cell(byDefault) + "`") + " | " + users(commands) + " | "
                    + cell(description) + " |\n";
        }

        private static String cell(String text) {
            return text.replace("|", "\\|");
        }

        private static String users(List<String> commands) {
            return commands.contains("") ? "all" : String.join(", ", commands);
        }

        @Override
        public int compareTo(Row other) {
            return (name + "\0" + description + "\0" + byDefault + "\0" + label)
                    .compareTo(other.name + "\0" + other.description + "\0" + other.byDefault + "\0" + other.label);
        }
    }
}
