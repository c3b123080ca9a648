package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What {@code --help} shows of each command: an example that the parser takes. */
class HelpExamplesTest {
    static Stream<String> commands() {
        List<String> names = new ArrayList<>();
        collect(Main.commandLine(), "demarche", names);
        return names.stream();
    }

    private static void collect(CommandLine command, String name, List<String> names) {
        names.add(name);
        command.getSubcommands().forEach((below, line) -> collect(line, name + " " + below, names));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldShowAnExampleOfTheCommandThatParses(String command) {
        List<String> words = List.of(command.split(" "));
        CommandLine line = Main.commandLine();
        CommandLine shown = line;
        for (String word : words.subList(1, words.size())) {
            shown = shown.getSubcommands().get(word);
        }
        List<String> help = shown.getUsageMessage().lines().toList();

        assertThat(help).contains("Example:");
        String example = help.get(help.indexOf("Example:") + 1).strip();
        assertThat(example).startsWith(command);
        List<String> typed = List.of(example.split(" "));
        ParseResult parsed = line.parseArgs(typed.subList(1, typed.size()).toArray(String[]::new));
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        assertThat(parsed.commandSpec().qualifiedName()).startsWith(command);
    }
}
