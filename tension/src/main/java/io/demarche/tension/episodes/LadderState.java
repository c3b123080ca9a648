package io.demarche.tension.episodes;

import io.demarche.avro.AlertRule;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.ActCatalogue;
import io.demarche.tension.levels.ActDays;
import io.demarche.tension.levels.SurgeReading;
import io.demarche.tension.links.Link;
import io.demarche.tension.rules.Ruleset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where one pair stands on the ladder at the end of a day: on which step, in which episode. One step takes it a day further.
 *
 * <p>Within a day, acts come before the surge, in {@link Act#ORDER}. A level is reached when it is higher than any that the
 * episode has reached: each is reached at most once, and a lesser act after a graver one is no escalation. A strain is what
 * comes before an episode, or comes to nothing: it begins where a pair that is calm becomes strained, and lasts until it is
 * calm again.
 */
final class LadderState {
    private static final int CALM = 0;
    private static final int TENSE = 2;

    private final Ruleset rules;
    private @Nullable Episode open;
    private @Nullable Episode strain;
    private int strainedUntil = Integer.MIN_VALUE;
    private int level = CALM;

    LadderState(Ruleset rules) {
        this.rules = rules;
    }

    /** The same state, to go on from. */
    LadderState copy() {
        LadderState copy = new LadderState(rules);
        copy.open = open == null ? null : open.copy();
        copy.strain = strain == null ? null : strain.copy();
        copy.strainedUntil = strainedUntil;
        copy.level = level;
        return copy;
    }

    /** The step of the ladder. */
    int level() {
        return level;
    }

    /** The episode that has not closed yet. */
    @Nullable
    Episode open() {
        return open;
    }

    /** The strain that has not passed yet. */
    @Nullable
    Episode strain() {
        return strain;
    }

    /**
     * Takes in the day that follows.
     *
     * @param closed told the episodes and strains that end with the day
     */
    void next(int day, SurgeReading surge, ActDays acts, Consumer<Episode> closed) {
        int before = level;
        Act straining = null;
        for (Act act : acts.standing(day)) {
            if (act.level() == ActCatalogue.STRAINED) {
                straining = act;
                strainedUntil = day + rules.ladder().strainedDays();
                before = Math.max(before, ActCatalogue.STRAINED);
                continue;
            }
            Episode episode = opened(day);
            rise(episode, before, act, acts, surge);
            episode.stayActive(day);
        }
        if (surge.z() >= rules.ladder().tense() && surge.hostileDay()) {
            rise(opened(day), before, new Step(TENSE, CALM, day, AlertRule.SURGE, null, null, surge));
        }
        if (open != null) {
            if (surge.z() >= rules.episodes().quietSurge()) {
                open.stayActive(day);
            }
            if (day - open.lastActive() >= rules.episodes().quietDays()) {
                open.close(day);
                closed.accept(open);
                open = null;
            }
        }
        boolean surging = surge.z() >= rules.ladder().strained()
                && surge.hostileEvents() >= rules.surge().scaledHostileEvents();
        boolean strained = day < strainedUntil || surging;
        level = open != null ? open.level() : strained ? ActCatalogue.STRAINED : CALM;
        strain(day, surge, straining, surging, closed);
    }

    private void strain(
            int day, SurgeReading surge, @Nullable Act straining, boolean surging, Consumer<Episode> closed) {
        boolean cause = straining != null || surging;
        if (strain == null && open == null && cause) {
            strain = new Episode(day);
            AlertRule rule = straining == null ? AlertRule.SURGE : AlertRule.ACT;
            strain.reach(new Step(ActCatalogue.STRAINED, CALM, day, rule, straining, null, surge));
        }
        if (strain == null) {
            return;
        }
        if (cause || open != null && open.lastActive() == day) {
            strain.stayActive(day);
        }
        if (level == CALM) {
            strain.close(day);
            closed.accept(strain);
            strain = null;
        }
    }

    private Episode opened(int day) {
        if (open == null) {
            open = new Episode(day);
        }
        return open;
    }

    private static void rise(Episode episode, int before, Act act, ActDays acts, SurgeReading surge) {
        if (Math.max(act.level(), ActCatalogue.RETALIATION) <= episode.level()) {
            return; // not even as an answer does it raise the level
        }
        Link link = acts.link(act);
        if (act.level() < ActCatalogue.RETALIATION && link != null && link.retaliates()) {
            rise(
                    episode,
                    before,
                    new Step(ActCatalogue.RETALIATION, CALM, act.date(), AlertRule.RECIPROCITY, act, link, surge));
        } else {
            rise(episode, before, new Step(act.level(), CALM, act.date(), AlertRule.ACT, act, null, surge));
        }
    }

    private static void rise(Episode episode, int before, Step step) {
        if (step.level() > episode.level()) {
            episode.reach(step.from(episode.steps().isEmpty() ? before : episode.level()));
        }
    }
}
