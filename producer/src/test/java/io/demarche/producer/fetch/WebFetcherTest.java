package io.demarche.producer.fetch;

import static io.demarche.producer.fetch.LoopbackServer.bytes;
import static io.demarche.producer.fetch.LoopbackServer.gzip;
import static io.demarche.producer.fetch.LoopbackServer.head;
import static io.demarche.producer.fetch.LoopbackServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.demarche.kafka.address.HostResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebFetcherTest {
    private static final Set<Thread.State> WAITING =
            EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.BLOCKED);

    private static final FetchLimits LIMITS =
            new FetchLimits(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(2), 20_000, 5);

    private final LoopbackServer server = LoopbackServer.start();
    private final CountDownLatch never = new CountDownLatch(1);
    private final WebFetcher fetcher = fetcher(FetchIdentity.of("https://operator.example"), true);

    private static WebFetcher fetcher(FetchIdentity identity, boolean allowPrivate) {
        return new WebFetcher(identity, LIMITS, LoopbackServer.everywhere(), allowPrivate);
    }

    @AfterEach
    void stop() {
        never.countDown();
        fetcher.close();
        server.close();
    }

    private Fetched fetch(String path) throws FetchException {
        return fetcher.fetch(server.at("news.example", path), Map.of());
    }

    private Trouble trouble(String path) {
        FetchException e = catchThrowableOfType(FetchException.class, () -> fetch(path));
        return e.trouble();
    }

    @Test
    void shouldNameHostAndOperator() throws FetchException {
        server.on("/a", "content");

        Fetched answer = fetch("/a");

        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("content");
        assertThat(server.requests("/a")).singleElement().satisfies(request -> {
            assertThat(request.header("host")).isEqualTo("news.example:" + server.port());
            assertThat(request.header("user-agent")).startsWith("demarche/").contains("+https://operator.example");
            assertThat(request.header("cookie")).isEmpty();
        });
    }

    @Test
    void shouldKeepNoCookies() throws FetchException {
        server.on("/a", text(200, "content", "Set-Cookie: id=7"));

        fetch("/a");
        fetch("/a");

        assertThat(server.requests("/a"))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.header("cookie")).isEmpty());
    }

    @Test
    void shouldAskNoPrivateAddress() {
        server.on("/a", "secret");

        try (WebFetcher careful = fetcher(FetchIdentity.of(""), false)) {
            assertThatThrownBy(() -> careful.fetch(server.at("news.example", "/a"), Map.of()))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("private network")
                    .hasMessageContaining("--allow-private");
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void shouldCheckTheAddressOfEveryRedirect() {
        server.on("/a", text(302, "", "Location: http://inside.example:" + server.port() + "/b"))
                .on("/b", "secret");
        // The first look-up of a host that turns out private only behind a redirect.
        HostResolver turning = host -> {
            if (host.equals("inside.example")) {
                throw new UnknownHostException("asked for the redirect's host");
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };

        try (WebFetcher careful = new WebFetcher(FetchIdentity.of(""), LIMITS, turning, true)) {
            assertThatThrownBy(() -> careful.fetch(server.at("news.example", "/a"), Map.of()))
                    .hasMessageContaining("no such host: inside.example");
        }
        assertThat(server.requests("/b")).isEmpty();
    }

    @Test
    void shouldConnectToTheAddressThatItCheckedHoweverTheNameResolvesLater() throws FetchException {
        server.on("/a", "content");
        AtomicInteger asked = new AtomicInteger();
        HostResolver turning = host -> {
            asked.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };

        try (WebFetcher once = new WebFetcher(FetchIdentity.of(""), LIMITS, turning, true)) {
            // No system knows this host: had the client resolved it again, it would have failed.
            once.fetch(server.at("rebinding.invalid", "/a"), Map.of());
        }
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://news.example/a",
                "gopher://news.example/",
                "http:///nohost",
                "http://me:secret@news.example/"
            })
    void shouldFetchNothingButWebAddresses(String address) {
        assertThatThrownBy(() -> fetcher.fetch(URI.create(address), Map.of()))
                .isInstanceOf(FetchException.class)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void shouldNotFollowARedirectToAnotherScheme() {
        server.on("/a", text(302, "", "Location: file:///etc/passwd"));

        assertThat(trouble("/a")).isEqualTo(Trouble.ADDRESS);
    }

    @Test
    void shouldFollowFiveRedirectsAndNoMore() throws FetchException {
        for (int i = 0; i < 6; i++) {
            server.on("/" + i, text(302, "", "Location: /" + (i + 1)));
        }
        server.on("/6", "end");

        assertThat(fetch("/1").address().getPath()).isEqualTo("/6");
        assertThat(trouble("/0")).isEqualTo(Trouble.REDIRECTS);
    }

    @Test
    void shouldTellWhereAPageMovedForGood() throws FetchException {
        server.on("/old", text(308, "", "Location: /new"))
                .on("/new", text(301, "", "Location: /newer"))
                .on("/newer", text(302, "", "Location: /today"))
                .on("/today", "content");

        Fetched answer = fetch("/old");

        assertThat(answer.moved().getPath()).isEqualTo("/newer");
        assertThat(answer.address().getPath()).isEqualTo("/today");
    }

    @Test
    void shouldGiveUpOnAServerThatDoesNotAnswer() {
        server.on("/a", (request, out) -> never.await());

        assertThat(trouble("/a")).isEqualTo(Trouble.TIME);
    }

    @Test
    void shouldGiveUpOnAServerThatStallsInTheMiddle() {
        server.on("/a", (request, out) -> {
            head(out, 200, "Content-Length: 1000");
            out.write("begun".getBytes(StandardCharsets.UTF_8));
            out.flush();
            never.await();
        });

        assertThat(trouble("/a")).isEqualTo(Trouble.TIME);
    }

    @Test
    void shouldGiveUpOnAServerThatDrips() {
        server.on("/a", (request, out) -> {
            head(out, 200);
            while (!never.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                out.write('.');
                out.flush();
            }
        });

        assertThat(trouble("/a")).isEqualTo(Trouble.TIME);
    }

    @Test
    void shouldGiveUpOnAnAnswerWithoutEnd() {
        server.on("/a", (request, out) -> {
            head(out, 200);
            byte[] junk = new byte[8_192];
            while (never.getCount() > 0) {
                out.write(junk);
            }
        });

        assertThat(trouble("/a")).isEqualTo(Trouble.SIZE);
    }

    @Test
    void shouldGiveUpOnAnAnswerThatUnpacksWithoutEnd() {
        server.on("/a", bytes(200, gzip(new byte[5_000_000]), "Content-Encoding: gzip"));

        assertThat(trouble("/a")).isEqualTo(Trouble.SIZE);
    }

    @Test
    void shouldUnpackAnAnswer() throws FetchException {
        server.on("/a", bytes(200, gzip("content".getBytes(StandardCharsets.UTF_8)), "Content-Encoding: gzip"));

        assertThat(fetch("/a").body()).asString(StandardCharsets.UTF_8).isEqualTo("content");
    }

    @Test
    void shouldNotTakeHalfAnAnswerForAWholeOne() {
        server.on("/a", (request, out) -> {
            head(out, 200, "Content-Length: 1000");
            out.write("half".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(trouble("/a")).isEqualTo(Trouble.CONNECTION);
    }

    @Test
    void shouldAskAHostOneThingAtATime() throws Exception {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore asked = new Semaphore(0);
        Semaphore answer = new Semaphore(0);
        server.on("/a", (request, out) -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            asked.release();
            answer.acquire();
            open.decrementAndGet();
            text(200, "content").write(request, out);
        });

        List<FutureTask<Fetched>> all = Stream.generate(() -> new FutureTask<>(() -> fetch("/a")))
                .limit(6)
                .toList();
        List<Thread> threads = all.stream().map(Thread::new).toList();
        threads.forEach(Thread::start);
        // The first is answered when each of the others waits: for its turn, or, were there none, for an answer of its
        // own.
        asked.acquire();
        await().until(() -> threads.stream().allMatch(thread -> WAITING.contains(thread.getState())));
        for (int answered = 1; answered < all.size(); answered++) {
            answer.release();
            asked.acquire();
        }
        answer.release();

        for (FutureTask<Fetched> one : all) {
            assertThat(one.get().body()).asString(StandardCharsets.UTF_8).isEqualTo("content");
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void shouldShowAnAccountToItsHostAlone(@TempDir Path dir) throws IOException, FetchException {
        Path file = Files.writeString(dir.resolve("accounts"), "news.example=reader:s3cret\n");
        server.on("/a", text(302, "", "Location: http://other.example:" + server.port() + "/b"))
                .on("/b", "content");

        try (WebFetcher known = fetcher(FetchIdentity.of("").withAccounts(file), true)) {
            known.fetch(server.at("news.example", "/a"), Map.of());
        }

        assertThat(server.requests("/a").get(0).header("authorization")).startsWith("Basic ");
        assertThat(server.requests("/b").get(0).header("authorization")).isEmpty();
    }

    @Test
    void shouldFindTheDomainThatWasRegistered() {
        assertThat(DomainPauses.domain("a.b.tumblr.com")).isEqualTo("tumblr.com");
        assertThat(DomainPauses.domain("news.bbc.co.uk")).isEqualTo("bbc.co.uk");
        assertThat(DomainPauses.domain("127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(DomainPauses.domain("localhost")).isEqualTo("localhost");
    }
}
