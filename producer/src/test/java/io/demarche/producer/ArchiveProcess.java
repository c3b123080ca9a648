package io.demarche.producer;

import io.demarche.producer.source.NamedSource;
import io.demarche.producer.web.WarcSource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A producer that reads an archive in a process of its own, so that it can be killed. */
final class ArchiveProcess {
    private ArchiveProcess() {}

    /** Arguments: brokers, registry, the archive as {@code file} or {@code file@offset}. */
    public static void main(String[] args) {
        try (ArticleProducer producer =
                ArticleProducer.connect(ProducerSettings.of(args[0], args[1]), Clock.systemUTC())) {
            producer.run(
                    List.of(NamedSource.kept(WarcSource.fileOf(args[2]), WarcSource.named(args[2]))),
                    RunOptions.lenient().tellingEvery(Duration.ofMillis(50)),
                    RunListener.SILENT);
        }
    }

    static Process start(String brokers, String registry, String archive) {
        try {
            return new ProcessBuilder(
                            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ArchiveProcess.class.getName(),
                            brokers,
                            registry,
                            archive)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
