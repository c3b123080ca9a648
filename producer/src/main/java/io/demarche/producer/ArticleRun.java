package io.demarche.producer;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.avro.RawArticle;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.SourceItem;
import io.demarche.schemas.DemarcheException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One pass over a source. */
final class ArticleRun {
    private final ArticleIntake intake;
    private final ArticleOutlet outlet;
    private final RunOptions options;
    private final RunListener listener;
    private final InstantSource clock;
    private final BooleanSupplier stopping;
    private final RunCounts counts = new RunCounts();
    private final SeenArticles seen;
    private final AtomicReference<Rejection> firstRejection = new AtomicReference<>();
    private @Nullable LocalDate newestDay;
    private Instant nextProgress;

    ArticleRun(
            ArticleIntake intake,
            ArticleOutlet outlet,
            RunOptions options,
            RunListener listener,
            InstantSource clock,
            BooleanSupplier stopping) {
        this.intake = intake;
        this.outlet = outlet;
        this.options = options;
        this.listener = listener;
        this.clock = clock;
        this.stopping = stopping;
        this.seen = new SeenArticles(options.remembered());
        this.nextProgress = clock.instant().plus(options.progressEvery());
    }

    RunSummary over(ArticleSource source) {
        Optional<SourceItem> item = source.next();
        while (item.isPresent() && !stopping.getAsBoolean()) {
            counts.read();
            take(item.get());
            failIfStrict();
            tellProgress();
            item = source.next();
        }
        outlet.flush();
        failIfStrict();
        boolean stopped = item.isPresent() || stopping.getAsBoolean();
        if (newestDay != null && !stopped) {
            announce(newestDay);
            outlet.flush();
        }
        return counts.summary(stopped);
    }

    /** What was done so far, for a run that was stopped. */
    RunSummary soFar() {
        return counts.summary(true);
    }

    private void take(SourceItem item) {
        if (item instanceof Rejection rejection) {
            reject(rejection);
            return;
        }
        ArticleDraft draft = (ArticleDraft) item;
        Intake intaken = intake.take(draft);
        if (intaken instanceof Intake.Refused refused) {
            reject(refused.rejection());
            return;
        }
        Intake.Taken taken = (Intake.Taken) intaken;
        switch (seen.add(taken.article())) {
            case NEW -> send(draft, taken, false);
            case CORRECTION -> send(draft, taken, true);
            case UNCHANGED -> counts.duplicate();
        }
    }

    private void send(ArticleDraft draft, Intake.Taken taken, boolean correction) {
        RawArticle article = taken.article();
        LocalDate day = ArticleDay.of(article, clock.instant());
        boolean stated = article.getPublishedAtBasis() == PublishedAtBasis.STATED;
        if (stated && (newestDay == null || day.isAfter(newestDay))) {
            newestDay = day;
            announce(day);
        }
        counts.sent(correction);
        new TreeSet<>(taken.remarks()).forEach(remark -> {
            counts.remarked(remark);
            listener.remarked(draft.where(), remark);
        });
        outlet.send(article, why -> {
            Rejection refusal = new Rejection(draft.where(), Reason.TOO_LARGE, why);
            counts.refused(Reason.TOO_LARGE, correction);
            heard(refusal);
        });
    }

    private void announce(LocalDate day) {
        outlet.tick(day);
        counts.ticked(day);
    }

    private void reject(Rejection rejection) {
        counts.rejected(rejection.reason());
        heard(rejection);
    }

    private void heard(Rejection rejection) {
        firstRejection.compareAndSet(null, rejection);
        listener.rejected(rejection);
    }

    private void failIfStrict() {
        Rejection first = firstRejection.get();
        if (options.strict() && first != null) {
            outlet.flush();
            throw new DemarcheException(first.line());
        }
    }

    private void tellProgress() {
        Instant now = clock.instant();
        if (!now.isBefore(nextProgress)) {
            nextProgress = now.plus(options.progressEvery());
            listener.progressed(counts.summary(false));
        }
    }
}
