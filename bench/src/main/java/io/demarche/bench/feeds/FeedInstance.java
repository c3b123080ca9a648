package io.demarche.bench.feeds;

import io.demarche.kafka.address.HostResolver;
import io.demarche.producer.FeedListener;
import io.demarche.producer.FeedPace;
import io.demarche.producer.FeedProducer;
import io.demarche.producer.ProducerSettings;
import io.demarche.producer.feed.FeedCheck;
import io.demarche.producer.feed.FeedManners;
import io.demarche.producer.fetch.FetchIdentity;
import io.demarche.producer.fetch.FetchLimits;
import io.demarche.producer.fetch.WebFetcher;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A producer that follows feeds, each on a host of its own, in a process of its own. */
final class FeedInstance {
    private FeedInstance() {}

    /** Arguments: brokers, registry, port of the server, number of feeds, seconds between checks. Runs until it is killed. */
    public static void main(String[] args) {
        int port = Integer.parseInt(args[2]);
        List<String> feeds = IntStream.range(0, Integer.parseInt(args[3]))
                .mapToObj(i -> "http://host" + i + ".example:" + port + "/feed" + i)
                .toList();
        HostResolver everywhere = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
        FeedManners manners = FeedManners.usual().every(Duration.ofSeconds(Long.parseLong(args[4])));
        Clock clock = Clock.systemUTC();
        try (WebFetcher fetcher = new WebFetcher(FetchIdentity.of(""), FetchLimits.ofFeeds(), everywhere, true);
                FeedProducer producer = FeedProducer.connect(ProducerSettings.of(args[0], args[1]), "bench", clock)) {
            producer.run(feeds, new FeedCheck(fetcher, manners, clock), FeedPace.following(), FeedListener.SILENT);
        }
    }
}
