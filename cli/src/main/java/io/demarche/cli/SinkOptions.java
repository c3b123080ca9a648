package io.demarche.cli;

import io.demarche.consumer.sink.AlertFormat;
import io.demarche.consumer.sink.AlertSink;
import io.demarche.consumer.sink.ConsoleStyle;
import io.demarche.consumer.sink.SinkSpec;
import io.demarche.schemas.DemarcheException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where alerts go. */
final class SinkOptions {
    @Option(
            names = "--sink",
            paramLabel = "SINK",
            converter = Values.Sink.class,
            defaultValue = "console",
            description = "console, or jsonl:PATH for one alert a line in a file; repeatable (default: console).")
    private List<SinkSpec> sinks = new ArrayList<>();

    @Option(
            names = "--format",
            converter = Values.Format.class,
            description =
                    "text, json (the fields of an alert, one a line) or cloudevents (the same in a CloudEvents 1.0"
                            + " envelope); a file holds no text (default: text on the console, json in a file).")
    private @Nullable AlertFormat format;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Opens the sinks; none stays open where one cannot be. */
    List<AlertSink> open() {
        requireFormat();
        List<AlertSink> opened = new ArrayList<>();
        try {
            sinks.forEach(spec -> opened.add(spec.open(System.out, style(), formatOf(spec))));
        } catch (RuntimeException e) {
            opened.forEach(AlertSink::close);
            throw e;
        }
        return opened;
    }

    private void requireFormat() {
        try {
            sinks.forEach(spec -> spec.require(formatOf(spec)));
        } catch (DemarcheException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private AlertFormat formatOf(SinkSpec spec) {
        return format == null ? spec.ownFormat() : format;
    }

    private static ConsoleStyle style() {
        return ConsoleStyle.detect(System.getenv(), System.console() != null, Charset.defaultCharset());
    }
}
