package io.demarche.cli;

import io.demarche.consumer.sink.AlertSink;
import io.demarche.consumer.sink.ConsoleStyle;
import io.demarche.consumer.sink.SinkSpec;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where alerts go. */
final class SinkOptions {
    @Option(
            names = "--sink",
            paramLabel = "SINK",
            converter = Values.Sink.class,
            defaultValue = "console",
            description = "console, or jsonl:PATH for one alert a line in a file; repeatable (default: console).")
    private List<SinkSpec> sinks = new ArrayList<>();

    /** Opens the sinks; none stays open where one cannot be. */
    List<AlertSink> open() {
        List<AlertSink> opened = new ArrayList<>();
        try {
            sinks.forEach(spec -> opened.add(spec.open(System.out, style())));
        } catch (RuntimeException e) {
            opened.forEach(AlertSink::close);
            throw e;
        }
        return opened;
    }

    private static ConsoleStyle style() {
        return ConsoleStyle.detect(System.getenv(), System.console() != null, Charset.defaultCharset());
    }
}
