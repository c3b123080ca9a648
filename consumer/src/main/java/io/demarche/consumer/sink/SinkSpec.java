package io.demarche.consumer.sink;

import io.demarche.schemas.DemarcheException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A sink as a person names it: {@code console}, or {@code jsonl:PATH}. */
public sealed interface SinkSpec {
    /** Blocks of text for a person. */
    record Console() implements SinkSpec {}

    /** One alert a line in a file. */
    record JsonLines(Path path) implements SinkSpec {}

    /**
     * Reads a spec.
     *
     * @throws DemarcheException naming the spec and the forms there are
     */
    static SinkSpec parse(String spec) {
        if (spec.equals("console")) {
            return new Console();
        }
        if (spec.startsWith("jsonl:")) {
            String path = spec.substring("jsonl:".length());
            if (path.isBlank()) {
                throw new DemarcheException("sink '" + spec + "': the path of the file is missing (jsonl:PATH)");
            }
            try {
                return new JsonLines(Path.of(path));
            } catch (InvalidPathException e) {
                throw new DemarcheException("sink '" + SafeText.of(spec) + "': not a path: " + e.getReason(), e);
            }
        }
        throw new DemarcheException("sink '" + SafeText.of(spec) + "': no such sink; there are: console, jsonl:PATH");
    }

    /**
     * Opens the sink.
     *
     * @param console where a console sink prints
     * @param style how it prints
     * @throws DemarcheException naming the sink that cannot be opened
     */
    default AlertSink open(PrintStream console, ConsoleStyle style) {
        return this instanceof JsonLines file
                ? JsonLinesSink.open(file.path())
                : new ConsoleSink(console, style, StateNames.bundled());
    }
}
