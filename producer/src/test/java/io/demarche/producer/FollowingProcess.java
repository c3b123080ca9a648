package io.demarche.producer;

import io.demarche.producer.feed.FeedCheck;
import io.demarche.producer.feed.FeedManners;
import io.demarche.producer.fetch.FetchIdentity;
import io.demarche.producer.fetch.FetchLimits;
import io.demarche.producer.fetch.LoopbackServer;
import io.demarche.producer.fetch.WebFetcher;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A producer that follows feeds in a process of its own, so that it can be killed. */
final class FollowingProcess {
    private FollowingProcess() {}

    /** Arguments: brokers, registry, port of the server, number of feeds. */
    public static void main(String[] args) {
        ProducerSettings settings = ProducerSettings.of(args[0], args[1]);
        FeedManners manners = FeedManners.usual().every(Duration.ofMillis(500)).withoutPages();
        try (WebFetcher fetcher =
                        new WebFetcher(FetchIdentity.of(""), FetchLimits.usual(), LoopbackServer.everywhere(), true);
                FeedProducer producer = FeedProducer.connect(settings, "killed", Clock.systemUTC())) {
            FeedCheck check = new FeedCheck(fetcher, manners, Clock.systemUTC());
            producer.run(
                    feeds(Integer.parseInt(args[2]), Integer.parseInt(args[3])),
                    check,
                    FeedPace.following(),
                    FeedListener.SILENT);
        }
    }

    static List<String> feeds(int port, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "http://host" + i + ".example:" + port + "/feed" + i)
                .toList();
    }

    static Process start(String brokers, String registry, int port, int count) {
        try {
            return new ProcessBuilder(
                            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            FollowingProcess.class.getName(),
                            brokers,
                            registry,
                            Integer.toString(port),
                            Integer.toString(count))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
