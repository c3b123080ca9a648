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

    /** The format it has where none is asked for: text on the console, JSON in a file. */
    default AlertFormat ownFormat() {
        return this instanceof JsonLines ? AlertFormat.JSON : AlertFormat.TEXT;
    }

    /**
     * Checks that the sink can write this format.
     *
     * @throws DemarcheException naming the sink and the formats it has
     */
    default void require(AlertFormat format) {
        if (this instanceof JsonLines file && format == AlertFormat.TEXT) {
            throw new DemarcheException("sink jsonl:" + file.path()
                    + ": holds no text: ask for json or cloudevents, or leave the format out");
        }
    }

    /**
     * Opens the sink.
     *
     * @param console where a console sink prints
     * @param style how it prints text
     * @param format what it writes
     * @throws DemarcheException naming the sink that cannot be opened
     */
    default AlertSink open(PrintStream console, ConsoleStyle style, AlertFormat format) {
        require(format);
        if (this instanceof JsonLines file) {
            return JsonLinesSink.open(file.path(), format);
        }
        return format == AlertFormat.TEXT
                ? new ConsoleSink(console, style, StateNames.bundled())
                : new LinesSink(console, format);
    }
}
