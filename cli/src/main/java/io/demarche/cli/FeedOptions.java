package io.demarche.cli;

import io.demarche.kafka.address.HostResolver;
import io.demarche.producer.feed.FeedCheck;
import io.demarche.producer.feed.FeedList;
import io.demarche.producer.feed.FeedManners;
import io.demarche.producer.feed.FeedSource;
import io.demarche.producer.fetch.DomainPauses;
import io.demarche.producer.fetch.FetchIdentity;
import io.demarche.producer.fetch.FetchLimits;
import io.demarche.producer.fetch.WebFetcher;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.NamedSource;
import io.demarche.producer.web.PageSource;
import io.demarche.producer.web.WebPages;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which feeds are read, and with what manners. */
final class FeedOptions {
    @Option(
            names = "--feed",
            paramLabel = "URL|FILE",
            description = "A feed: RSS, Atom or JSON Feed, or a file that was saved of one; repeatable.")
    private List<String> feeds = new ArrayList<>();

    @Option(
            names = "--feeds",
            paramLabel = "FILE.opml",
            description = "The feeds of a list, as feed readers export it; repeatable.")
    private List<Path> lists = new ArrayList<>();

    @Option(names = "--page", paramLabel = "URL", description = "A page with an article; repeatable.")
    private List<String> pages = new ArrayList<>();

    @Option(
            names = "--sitemap",
            paramLabel = "URL",
            description = "The pages of a sitemap, such as a news sitemap; repeatable.")
    private List<String> sitemaps = new ArrayList<>();

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "900",
            description = "A feed is not asked more often than this, whatever it says (default: ${DEFAULT-VALUE}).")
    private int every;

    @Option(names = "--no-pages", description = "Take teasers as they are, instead of reading the page behind them.")
    private boolean noPages;

    @Option(
            names = "--allow-private",
            description = "Let feeds lead into private networks and to this machine, as for trying things out.")
    private boolean allowPrivate;

    @Option(
            names = "--contact",
            paramLabel = "ADDRESS",
            defaultValue = "",
            description = "Where whoever runs a server can reach you: a web or mail address, shown in User-Agent.")
    private String contact;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "Accounts for feeds that ask for one: lines host=name:password, for that very host.")
    private @Nullable Path credentials;

    /** Whether no feed is named that can be asked. */
    boolean isEmpty() {
        return lists.isEmpty() && feeds.stream().allMatch(FeedSource::isFile);
    }

    /** Whether pages are named, sitemaps, or files that hold a feed. */
    boolean namesSources() {
        return !pages.isEmpty() || !sitemaps.isEmpty() || feeds.stream().anyMatch(FeedSource::isFile);
    }

    /** The addresses, each once. */
    List<String> addresses() {
        Set<String> all = new LinkedHashSet<>();
        feeds.stream().filter(feed -> !FeedSource.isFile(feed)).forEach(all::add);
        lists.forEach(list -> all.addAll(FeedList.read(list)));
        return List.copyOf(all);
    }

    /** To be closed with the process: its threads are daemons. */
    WebFetcher fetcher() {
        return fetcher(FetchLimits.ofFeeds());
    }

    private WebFetcher fetcher(FetchLimits limits) {
        FetchIdentity anonymous = FetchIdentity.of(contact);
        FetchIdentity identity = credentials == null ? anonymous : anonymous.withAccounts(credentials);
        return new WebFetcher(identity, limits, HostResolver.system(), allowPrivate);
    }

    FeedCheck check(WebFetcher fetcher) {
        FeedManners manners = FeedManners.usual().every(Duration.ofSeconds(every));
        return new FeedCheck(fetcher, noPages ? manners.withoutPages() : manners, Clock.systemUTC());
    }

    /** What the feeds hold now. */
    ArticleSource feeds() {
        return isEmpty()
                ? ArticleSource.of(List.of())
                : new FeedSource(check(fetcher()), addresses(), Clock.systemUTC());
    }

    /** The pages, those of the sitemaps, and the items of feeds in files. */
    List<NamedSource> sources() {
        if (!namesSources()) {
            return List.of();
        }
        Clock clock = Clock.systemUTC();
        FeedCheck check = check(fetcher());
        WebPages web = new WebPages(fetcher(FetchLimits.usual()), new DomainPauses(), clock);
        List<NamedSource> named = new ArrayList<>();
        feeds.stream()
                .filter(FeedSource::isFile)
                .forEach(file -> named.add(NamedSource.kept(file, new FeedSource(check, List.of(file), clock))));
        pages.forEach(page -> named.add(NamedSource.kept(page, new PageSource(web, List.of(page), List.of(), clock))));
        sitemaps.forEach(sitemap ->
                named.add(NamedSource.kept(sitemap, new PageSource(web, List.of(), List.of(sitemap), clock))));
        return named;
    }
}
