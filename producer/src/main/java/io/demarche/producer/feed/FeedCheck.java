package io.demarche.producer.feed;

import io.demarche.avro.SourceState;
import io.demarche.avro.SourceStatus;
import io.demarche.producer.date.DateReader;
import io.demarche.producer.feed.CheckResult.Outcome;
import io.demarche.producer.fetch.DomainPauses;
import io.demarche.producer.fetch.FetchException;
import io.demarche.producer.fetch.FetchLimits;
import io.demarche.producer.fetch.Fetched;
import io.demarche.producer.fetch.RetryAfter;
import io.demarche.producer.fetch.Trouble;
import io.demarche.producer.fetch.WebFetcher;
import io.demarche.producer.stated.WebAddress;
import io.demarche.producer.web.WebPages;
import io.demarche.schemas.TrustedRecords;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One check of a feed: asks, reads, tells what is new, and when to ask again. Thread-safe. */
public final class FeedCheck {
    /** How {@code lastFailure} begins where the server asked for a pause. */
    static final String ASKED_TO_WAIT = "asked to wait";

    private static final int LARGE = 1 << 20;

    private final WebFetcher fetcher;
    private final FeedManners manners;
    private final DomainPauses pauses;
    private final FeedArticles articles;
    private final InstantSource clock;
    private final FeedReader reader = new FeedReader();
    private final DateReader dates = new DateReader();

    public FeedCheck(WebFetcher fetcher, FeedManners manners, InstantSource clock) {
        TrustedRecords.declare();
        this.fetcher = fetcher;
        this.manners = manners;
        this.pauses = new DomainPauses();
        this.articles =
                new FeedArticles(new WebPages(fetcher, pauses, clock), manners.pages(), manners.reading(), clock);
        this.clock = clock;
    }

    /** What is known of a feed that was never read. */
    public static SourceState unread(String feed, Instant now) {
        TrustedRecords.declare();
        return SourceState.newBuilder()
                .setSource(feed)
                .setAddress(feed)
                .setSince(millis(now))
                .setLastCheck(millis(now))
                .setNextCheck(millis(now))
                .build();
    }

    /** Checks a feed, whether or not it is due. */
    public CheckResult check(SourceState before) {
        Instant now = clock.instant();
        SourceState.Builder after = SourceState.newBuilder(before).setLastCheck(millis(now));
        try {
            URI address = address(before.getAddress());
            Optional<Instant> paused =
                    pauses.pausedUntil(address.getHost(), now).or(() -> stillWaiting(before, now));
            if (paused.isPresent()) {
                after.setLastCheck(before.getLastCheck()).setNextCheck(millis(paused.get()));
                return CheckResult.without(before, after.build(), Outcome.PAUSED, Optional.empty());
            }
            boolean conditional = isConditional(before, now);
            Fetched answer = fetcher.fetch(address, conditional ? conditions(before, now) : Map.of(), this::mayAsk);
            return answered(before, after, answer, conditional, now);
        } catch (FetchException e) {
            return failed(before, after, e, now);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // No feed may stop the others, whatever it made a parser do, though it were nested without an end or
            // took all memory: that is free again.
            return failed(before, after, strange(e), now);
        }
    }

    private static FetchException strange(Throwable failure) {
        return new FetchException(
                Trouble.FORMAT, "cannot be read: " + failure.getClass().getSimpleName(), failure);
    }

    /** A redirect leads nobody to a domain that asked to be left alone. */
    private void mayAsk(URI next) throws FetchException {
        if (pauses.pausedUntil(next.getHost(), clock.instant()).isPresent()) {
            throw new FetchException(Trouble.BUSY, "redirects to a domain that asked to be left alone");
        }
    }

    /** A server that asked to be left alone is, over a restart too. */
    private static Optional<Instant> stillWaiting(SourceState before, Instant now) {
        return Optional.of(before.getNextCheck())
                .filter(next -> before.getLastFailure().startsWith(ASKED_TO_WAIT) && next.isAfter(now));
    }

    private static URI address(String stated) throws FetchException {
        return WebAddress.of(stated).orElseThrow(() -> new FetchException(Trouble.ADDRESS, "not a web address"));
    }

    private boolean isConditional(SourceState before, Instant now) {
        Instant full = before.getFullAnswer();
        return !before.getValidatorsLie() && full != null && now.isBefore(full.plus(manners.fullEvery()));
    }

    /** Both validators as they came with the last content; a date that has not come yet would be true for ever. */
    private Map<String, String> conditions(SourceState before, Instant now) {
        Map<String, String> conditions = new HashMap<>();
        if (before.getEtag() != null) {
            conditions.put("If-None-Match", before.getEtag());
        }
        String modified = before.getLastModified();
        if (modified != null
                && dates.read(modified)
                        .filter(date -> !date.instant().isAfter(now))
                        .isPresent()) {
            conditions.put("If-Modified-Since", modified);
        }
        return conditions;
    }

    private CheckResult answered(
            SourceState before, SourceState.Builder after, Fetched answer, boolean conditional, Instant now)
            throws FetchException {
        int status = answer.status();
        String feed = before.getSource();
        if (status == 304 && conditional) {
            well(after, now).setNextCheck(millis(manners.afterAnswer(feed, answer, Optional.empty(), now)));
            return CheckResult.without(before, after.build(), Outcome.UNCHANGED, Optional.empty());
        }
        if (status == 410) {
            after.setStatus(SourceStatus.RETIRED)
                    .setLastFailure("gone for good (410)")
                    .setFailures(before.getFailures() + 1);
            return CheckResult.without(before, after.build(), Outcome.FAILED, Optional.of(Trouble.STATUS));
        }
        if (status == 429 || status == 503) {
            return busy(before, after, answer, now);
        }
        if (status < 200 || status >= 300) {
            throw new FetchException(Trouble.STATUS, "answers " + status);
        }
        FeedDocument document = document(answer.body(), answer.charset().orElse(null), answer.address());
        FeedArticles.News news = articles.of(before, document, answer.address(), now);
        boolean lies = before.getEtag() != null
                && before.getEtag().equals(answer.header("etag").orElse(null))
                && before.getFullAnswer() != null
                && before.getLastCheck().isAfter(before.getFullAnswer())
                && !news.articles().isEmpty();
        boolean whole = news.left() == 0;
        well(after, now)
                .setAddress(answer.moved().toString())
                .setEtag(answer.header("etag").orElse(null))
                .setLastModified(answer.header("last-modified").orElse(null))
                // Without a whole answer, the next check asks for one.
                .setFullAnswer(whole ? millis(now) : null)
                .setValidatorsLie(before.getValidatorsLie() || lies)
                .setSeen(news.seen())
                .setItems(before.getItems() + news.articles().size())
                .setNextCheck(millis(
                        whole
                                ? manners.afterAnswer(feed, answer, document.ttl(), now)
                                : manners.afterPart(feed, clock.instant())));
        return new CheckResult(
                before,
                after.build(),
                Outcome.READ,
                news.articles(),
                news.known(),
                Optional.empty(),
                news.pagesMissed(),
                news.left());
    }

    /** Large ones one at a time: as a tree, each takes many times its length. */
    private FeedDocument document(byte[] body, @Nullable String charset, URI from) throws FetchException {
        if (body.length < LARGE) {
            return reader.read(body, charset, from);
        }
        synchronized (reader) {
            return reader.read(body, charset, from);
        }
    }

    /**
     * What a file holds, as a feed that was never read.
     *
     * @param file that was saved of a feed
     */
    public CheckResult look(Path file) {
        Instant now = clock.instant();
        SourceState before = unread(file.toString(), now);
        SourceState.Builder after = SourceState.newBuilder(before);
        try {
            if (Files.size(file) > FetchLimits.usual().bytes()) {
                throw new FetchException(
                        Trouble.SIZE, "larger than " + FetchLimits.usual().bytes() + " bytes");
            }
            FeedDocument document = document(Files.readAllBytes(file), null, file.toUri());
            FeedArticles.News news = articles.of(before, document, file.toUri(), now);
            return new CheckResult(
                    before,
                    well(after, now).build(),
                    Outcome.READ,
                    news.articles(),
                    news.known(),
                    Optional.empty(),
                    news.pagesMissed(),
                    news.left());
        } catch (NoSuchFileException e) {
            String why = "no such file (the address of a feed begins with https:// or http://)";
            return failed(before, after, new FetchException(Trouble.ADDRESS, why, e), now);
        } catch (IOException e) {
            return failed(before, after, new FetchException(Trouble.ADDRESS, "cannot be read", e), now);
        } catch (FetchException e) {
            return failed(before, after, e, now);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return failed(before, after, strange(e), now);
        }
    }

    private static SourceState.Builder well(SourceState.Builder after, Instant now) {
        return after.setStatus(SourceStatus.ACTIVE)
                .setLastSuccess(millis(now))
                .setFailures(0)
                .setLastFailure("");
    }

    private CheckResult busy(SourceState before, SourceState.Builder after, Fetched answer, Instant now) {
        int failures = before.getFailures() + 1;
        Instant backOff = manners.afterFailure(before.getSource(), failures, now);
        Instant until = RetryAfter.until(answer, now).orElse(backOff);
        pauses.pause(answer.address().getHost(), until);
        after.setStatus(SourceStatus.FAILING)
                .setFailures(failures)
                .setLastFailure(ASKED_TO_WAIT + " (" + answer.status() + ")")
                .setNextCheck(
                        millis(until.isAfter(now.plus(manners.shortest())) ? until : now.plus(manners.shortest())));
        return CheckResult.without(before, after.build(), Outcome.FAILED, Optional.of(Trouble.BUSY));
    }

    private CheckResult failed(SourceState before, SourceState.Builder after, FetchException why, Instant now) {
        int failures = before.getFailures() + 1;
        after.setStatus(SourceStatus.FAILING)
                .setFailures(failures)
                .setLastFailure(String.valueOf(why.getMessage()))
                .setNextCheck(millis(manners.afterFailure(before.getSource(), failures, now)));
        return CheckResult.without(before, after.build(), Outcome.FAILED, Optional.of(why.trouble()));
    }

    static Instant millis(Instant time) {
        return Instant.ofEpochMilli(time.toEpochMilli());
    }
}
