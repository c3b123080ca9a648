package io.demarche.producer;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.avro.RawArticle;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.NamedSource;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.SourceItem;
import io.demarche.schemas.DemarcheException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One pass over sources. */
final class ArticleRun {
    private final ArticleIntake intake;
    private final ArticleOutlet outlet;
    private final SourceMemory memory;
    private final RunOptions options;
    private final RunListener listener;
    private final InstantSource clock;
    private final BooleanSupplier stopping;
    private final List<SourceTally> tallies;
    private final SeenArticles seen;
    private final AtomicReference<Rejection> firstRejection = new AtomicReference<>();
    private @Nullable LocalDate newestDay;
    private Instant nextProgress;

    ArticleRun(
            List<NamedSource> sources,
            ArticleIntake intake,
            ArticleOutlet outlet,
            SourceMemory memory,
            RunOptions options,
            RunListener listener,
            InstantSource clock,
            BooleanSupplier stopping) {
        this.tallies = sources.stream().map(SourceTally::new).toList();
        this.intake = intake;
        this.outlet = outlet;
        this.memory = memory;
        this.options = options;
        this.listener = listener;
        this.clock = clock;
        this.stopping = stopping;
        this.seen = new SeenArticles(options.remembered());
        this.nextProgress = clock.instant().plus(options.progressEvery());
    }

    /** Reads the sources to their ends, one after the other, or until it is to stop. */
    RunSummary toTheEnd() {
        boolean stopped = false;
        for (int i = 0; i < tallies.size() && !stopped; i++) {
            stopped = read(i);
        }
        outlet.flush();
        tallies.forEach(this::keep);
        failIfStrict();
        stopped |= stopping.getAsBoolean();
        if (newestDay != null && !stopped) {
            announce(newestDay, tallies.get(tallies.size() - 1).counts());
        }
        outlet.flush();
        return summary(stopped);
    }

    /** Whether it was stopped before the source's end. */
    private boolean read(int number) {
        SourceTally tally = tallies.get(number);
        Optional<SourceItem> item = tally.source().articles().next();
        while (item.isPresent() && !stopping.getAsBoolean()) {
            tally.read(item.get().where());
            take(item.get(), tally);
            failIfStrict();
            tellProgress(number);
            item = tally.source().articles().next();
        }
        tally.source().articles().close();
        return item.isPresent();
    }

    /** What was done so far, for a run that was stopped. */
    RunSummary soFar() {
        return summary(true);
    }

    /** What came of each source, in their order. */
    List<SourceSummary> bySource() {
        return tallies.stream().map(SourceTally::summary).toList();
    }

    private void keep(SourceTally tally) {
        if (tally.source().kept()) {
            memory.keep(tally.summary(), tally.where());
        }
    }

    private RunSummary summary(boolean stopped) {
        RunSummary sum = RunSummary.nothing();
        for (SourceTally tally : tallies) {
            sum = sum.plus(tally.counts().summary(stopped));
        }
        return sum;
    }

    private void take(SourceItem item, SourceTally tally) {
        if (item instanceof Rejection rejection) {
            reject(rejection, tally);
            return;
        }
        ArticleDraft draft = (ArticleDraft) item;
        Intake intaken = intake.take(draft);
        if (intaken instanceof Intake.Refused refused) {
            reject(refused.rejection(), tally);
            return;
        }
        Intake.Taken taken = (Intake.Taken) intaken;
        switch (seen.add(taken.article())) {
            case NEW -> send(draft, taken, false, tally.counts());
            case CORRECTION -> send(draft, taken, true, tally.counts());
            case UNCHANGED -> tally.counts().duplicate();
        }
    }

    private void send(ArticleDraft draft, Intake.Taken taken, boolean correction, RunCounts counts) {
        RawArticle article = taken.article();
        LocalDate day = ArticleDay.of(article, clock.instant());
        if (article.getPublishedAtBasis() == PublishedAtBasis.STATED) {
            counts.dated(day);
            if (newestDay == null || day.isAfter(newestDay)) {
                newestDay = day;
                announce(day, counts);
            }
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

    private void announce(LocalDate day, RunCounts counts) {
        outlet.tick(day);
        counts.ticked();
    }

    private void reject(Rejection rejection, SourceTally tally) {
        tally.rejected(rejection);
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

    private void tellProgress(int number) {
        Instant now = clock.instant();
        if (!now.isBefore(nextProgress)) {
            nextProgress = now.plus(options.progressEvery());
            // What is told of must be safe: a run that is killed goes on behind it.
            outlet.flush();
            SourceTally current = tallies.get(number);
            keep(current);
            listener.progressed(new RunProgress(summary(false), share(number), String.valueOf(current.where())));
        }
    }

    /** Sources count alike, whatever their size: how large those are that are still to come is not known. */
    private OptionalDouble share(int number) {
        OptionalDouble current = tallies.get(number).source().articles().share();
        return current.isEmpty() && tallies.size() == 1
                ? current
                : OptionalDouble.of((number + current.orElse(0)) / tallies.size());
    }
}
