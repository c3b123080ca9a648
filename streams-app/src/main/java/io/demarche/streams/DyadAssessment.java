package io.demarche.streams;

import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import io.demarche.streams.counters.PipelineCounters;
import io.demarche.streams.counters.PipelineCounters.Count;
import io.demarche.streams.errors.Outages;
import io.demarche.streams.state.DyadLedger;
import io.demarche.streams.state.DyadVerdicts;
import io.demarche.streams.state.FollowedDyads;
import io.demarche.streams.state.LastAnnounced;
import io.demarche.tension.Announced;
import io.demarche.tension.Announcements;
import io.demarche.tension.Announcements.Due;
import io.demarche.tension.Following;
import io.demarche.tension.Following.Findings;
import io.demarche.tension.evidence.ActMerger;
import io.demarche.tension.rules.Ruleset;
import io.demarche.tension.verdicts.Judgements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be announced of a dyad: followed in memory where it is there, read from the stores where it is not. Changes no
 * store but where evidence no longer counts; what is to be stored comes encoded, so that nothing can fail any more once it is.
 */
final class DyadAssessment {
    /** Further than an act's day can move as further articles come, and earlier than an episode that it bears on can begin. */
    static final int LONGEST_MOVE = 2 * ActMerger.LONGEST_JOINED_PERIOD;

    /** What a mention takes in memory beside its text, and its text as characters. */
    private static final int MENTION_BYTES = 1_500;

    private final Ruleset rules;
    private final Announcements announcements;
    private final DyadLedger ledger;
    private final DyadVerdicts verdicts;
    private final FollowedDyads followed;
    private final PipelineCounters counters;
    private final int maxRecordBytes;

    /**
     * @param maxRecordBytes results larger than this are refused
     */
    DyadAssessment(
            Ruleset rules,
            DyadLedger ledger,
            DyadVerdicts verdicts,
            FollowedDyads followed,
            PipelineCounters counters,
            int maxRecordBytes) {
        this.rules = rules;
        this.announcements = new Announcements(rules);
        this.ledger = ledger;
        this.verdicts = verdicts;
        this.followed = followed;
        this.counters = counters;
        this.maxRecordBytes = maxRecordBytes;
    }

    /**
     * What to announce.
     *
     * @param entries the same as it is stored
     */
    record Announcement(Due due, Map<String, byte @Nullable []> entries) {}

    /**
     * Takes in a mention that is in the store; what is more than counts leaves the store.
     *
     * @param storedBytes its length there
     * @return how many mentions left
     */
    int take(Dyad dyad, EventMention mention, int storedBytes) {
        Following inMemory = followed.peek(dyad);
        if (inMemory == null) {
            return 0; // read from the store when its turn comes
        }
        followed.grew(dyad, mention.getEventDate(), bytes(storedBytes));
        EventMention surplus = inMemory.take(mention).orElse(null);
        if (surplus == null) {
            return 0;
        }
        ledger.remove(dyad, surplus);
        return 1;
    }

    /** Lets what is in memory of a dyad go: it is to be read anew. */
    void readAnew(Dyad dyad) {
        followed.drop(dyad);
    }

    /**
     * Lets mentions of acts from before what is kept go.
     *
     * @return whether any is left
     */
    boolean evict(Dyad dyad, LocalDate asOf) {
        LocalDate keptFrom = rules.keptFrom(asOf);
        if (followed.hasNothingBefore(dyad, keptFrom)) {
            return true; // nothing to look for in the store
        }
        int evicted = ledger.evict(dyad, keptFrom);
        followed.letGoBefore(dyad, keptFrom);
        counters.add(Count.EVICTED, evicted);
        return evicted == 0 || ledger.hasMentions(dyad);
    }

    /** Forgets a dyad of which no mention is left. */
    void forget(Dyad dyad) {
        ledger.forget(dyad);
        followed.drop(dyad);
    }

    /**
     * Assesses a dyad. Its mentions are read only when it is not in memory; of what was announced, only that which can have
     * changed.
     *
     * @param changedFrom the earliest event date of its news
     */
    Announcement assess(Dyad dyad, LocalDate changedFrom, LocalDate asOf) {
        boolean done = false;
        try {
            Following following = followed.get(dyad, asOf);
            LastAnnounced last = following == null ? null : followed.announced(dyad);
            if (following == null) {
                following = begin(dyad, asOf);
            }
            Findings findings = following.asOf(asOf);
            Announced before = last == null
                    ? ledger.announced(dyad)
                    : ledger.announced(dyad, findings, announcements.edge(findings.holds()), last);
            Due due = announcements.due(
                    before, findings.holds(), changedFrom, following::isWithdrawn, following.judgements());
            Map<String, byte @Nullable []> entries = ledger.encode(dyad, before, due, before.plus(due, rules));
            for (byte[] entry : entries.values()) {
                if (entry != null) {
                    Inputs.bounded(entry, maxRecordBytes);
                }
            }
            done = true;
            return new Announcement(due, entries);
        } catch (RuntimeException e) {
            throw Outages.badUnlessOutage("the dyad " + dyad + " cannot be assessed as of " + asOf, e);
        } finally {
            if (!done) {
                followed.drop(dyad);
            }
        }
    }

    /** Stores what is to be announced; from then on it counts as announced. */
    void store(Dyad dyad, Announcement announcement) {
        ledger.store(announcement.entries());
        LastAnnounced last = followed.announced(dyad);
        if (last != null) {
            last.announced(announcement.due());
        }
    }

    private Following begin(Dyad dyad, LocalDate asOf) {
        Judgements judgements = verdicts.of(dyad, rules.keptFrom(asOf).minusDays(LONGEST_MOVE));
        Following following = followed.begin(dyad, judgements, asOf);
        List<EventMention> surplus = new ArrayList<>();
        ledger.mentions(dyad, (mention, length) -> {
            following.take(mention).ifPresent(surplus::add);
            followed.grew(dyad, mention.getEventDate(), bytes(length));
        });
        surplus.forEach(one -> ledger.remove(dyad, one));
        counters.add(Count.SURPLUS, surplus.size());
        return following;
    }

    private static long bytes(int encoded) {
        return MENTION_BYTES + 2L * encoded;
    }
}
