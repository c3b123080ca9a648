package io.demarche.producer.feed;

import io.demarche.avro.SourceState;
import io.demarche.avro.SourceStatus;
import io.demarche.producer.date.DateReader;
import io.demarche.producer.feed.CheckResult.Outcome;
import io.demarche.producer.fetch.DomainPauses;
import io.demarche.producer.fetch.FetchException;
import io.demarche.producer.fetch.Fetched;
import io.demarche.producer.fetch.RetryAfter;
import io.demarche.producer.fetch.Trouble;
import io.demarche.producer.fetch.WebFetcher;
import io.demarche.producer.web.WebPages;
import io.demarche.schemas.TrustedRecords;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One check of a feed: asks, reads, tells what is new, and when to ask again. Thread-safe. */
public final class FeedCheck {
    /** How {@code lastFailure} begins where the server asked for a pause. */
    static final String ASKED_TO_WAIT = "asked to wait";

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
        this.articles = new FeedArticles(new WebPages(fetcher, pauses, clock), manners.pages());
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
                return new CheckResult(before, after.build(), Outcome.PAUSED, List.of(), 0, Optional.empty(), 0);
            }
            boolean conditional = isConditional(before, now);
            Fetched answer = fetcher.fetch(address, conditional ? conditions(before, now) : Map.of());
            return answered(before, after, answer, conditional, now);
        } catch (FetchException e) {
            return failed(before, after, e, now);
        } catch (RuntimeException | StackOverflowError e) {
            // No feed may stop the others, whatever it made a parser do, though it were nested without an end.
            FetchException strange = new FetchException(
                    Trouble.FORMAT, "cannot be read: " + e.getClass().getSimpleName(), e);
            return failed(before, after, strange, now);
        }
    }

    /** A server that asked to be left alone is, over a restart too. */
    private static Optional<Instant> stillWaiting(SourceState before, Instant now) {
        return Optional.of(before.getNextCheck())
                .filter(next -> before.getLastFailure().startsWith(ASKED_TO_WAIT) && next.isAfter(now));
    }

    private static URI address(String stated) throws FetchException {
        try {
            URI address = URI.create(stated);
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new FetchException(Trouble.ADDRESS, "not a web address", e);
        }
        throw new FetchException(Trouble.ADDRESS, "not a web address");
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
            return new CheckResult(before, after.build(), Outcome.UNCHANGED, List.of(), 0, Optional.empty(), 0);
        }
        if (status == 410) {
            after.setStatus(SourceStatus.RETIRED)
                    .setLastFailure("gone for good (410)")
                    .setFailures(before.getFailures() + 1);
            return new CheckResult(before, after.build(), Outcome.FAILED, List.of(), 0, Optional.of(Trouble.STATUS), 0);
        }
        if (status == 429 || status == 503) {
            return busy(before, after, answer, now);
        }
        if (status < 200 || status >= 300) {
            throw new FetchException(Trouble.STATUS, "answers " + status);
        }
        FeedDocument document = reader.read(answer.body(), answer.charset().orElse(null), answer.address());
        FeedArticles.News news = articles.of(before, document, answer.address(), now);
        boolean lies = before.getEtag() != null
                && before.getEtag().equals(answer.header("etag").orElse(null))
                && before.getFullAnswer() != null
                && before.getLastCheck().isAfter(before.getFullAnswer())
                && !news.articles().isEmpty();
        well(after, now)
                .setAddress(answer.moved().toString())
                .setEtag(answer.header("etag").orElse(null))
                .setLastModified(answer.header("last-modified").orElse(null))
                .setFullAnswer(millis(now))
                .setValidatorsLie(before.getValidatorsLie() || lies)
                .setSeen(news.seen())
                .setItems(before.getItems() + news.articles().size())
                .setNextCheck(millis(manners.afterAnswer(feed, answer, document.ttl(), now)));
        return new CheckResult(
                before,
                after.build(),
                Outcome.READ,
                news.articles(),
                news.known(),
                Optional.empty(),
                news.pagesMissed());
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
        return new CheckResult(before, after.build(), Outcome.FAILED, List.of(), 0, Optional.of(Trouble.BUSY), 0);
    }

    private CheckResult failed(SourceState before, SourceState.Builder after, FetchException why, Instant now) {
        int failures = before.getFailures() + 1;
        after.setStatus(SourceStatus.FAILING)
                .setFailures(failures)
                .setLastFailure(String.valueOf(why.getMessage()))
                .setNextCheck(millis(manners.afterFailure(before.getSource(), failures, now)));
        return new CheckResult(before, after.build(), Outcome.FAILED, List.of(), 0, Optional.of(why.trouble()), 0);
    }

    static Instant millis(Instant time) {
        return Instant.ofEpochMilli(time.toEpochMilli());
    }
}
