package io.demarche.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for fish, which picocli has none for: one line for each command and option. */
final class FishCompletion {
    private static final String SEEN = "__fish_seen_subcommand_from ";

    private final String program;
    private final StringBuilder script = new StringBuilder();

    private FishCompletion(String program) {
        this.program = program;
    }

    /** The script for this program and all commands below it. */
    static String script(CommandSpec program) {
        FishCompletion completion = new FishCompletion(program.name());
        completion.add(program, List.of());
        return completion.script.toString();
    }

    private void add(CommandSpec command, List<String> path) {
        SortedMap<String, CommandLine> below = new TreeMap<>(command.subcommands());
        String here = condition(path);
        String beforeAny = path.isEmpty()
                ? "__fish_use_subcommand"
                : here + "; and not " + SEEN + String.join(" ", below.keySet());
        below.forEach((name, line) -> line(
                beforeAny, "-f -a " + name, line.getCommandSpec().usageMessage().description()));
        for (OptionSpec option : command.options()) {
            String value = option.arity().max() > 0 && !option.usageHelp() ? " -r" : "";
            line(here, "-l " + option.longestName().replaceFirst("^--", "") + value, option.description());
        }
        below.forEach((name, line) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            add(line.getCommandSpec(), longer);
        });
    }

    private static String condition(List<String> path) {
        return path.isEmpty()
                ? "__fish_use_subcommand"
                : String.join("; and ", path.stream().map(name -> SEEN + name).toList());
    }

    private void line(String condition, String what, String[] description) {
        script.append("complete -c ")
                .append(program)
                .append(" -n ")
                .append(quoted(condition))
                .append(' ')
                .append(what)
                .append(" -d ")
                .append(quoted(brief(String.join(" ", description))))
                .append('\n');
    }

    /** The first sentence, as there is one line for it in the shell. */
    private static String brief(String description) {
        return description.split("(?<=[a-z0-9)])[.:;] | \\(default", 2)[0].replaceFirst("\\.$", "");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
