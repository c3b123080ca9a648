package io.demarche.tension.episodes;

import io.demarche.avro.AlertRule;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.ActCatalogue;
import io.demarche.tension.levels.ActDay;
import io.demarche.tension.levels.ActDays;
import io.demarche.tension.levels.SurgeReading;
import io.demarche.tension.levels.SurgeSeries;
import io.demarche.tension.links.Link;
import io.demarche.tension.rules.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks the days of one pair: which step of the ladder it stands on, when an episode opens, rises and closes.
 *
 * <p>Within a day, acts come before the surge, in {@link Act#ORDER}. A level is reached when it is higher than any that
 * the episode has reached: each is reached at most once, and a lesser act after a graver one is no escalation.
 */
public final class EpisodeTracker {
    static final int CALM = 0;
    static final int TENSE = 2;

    private final Ruleset rules;
    private final SurgeSeries series;
    private final ActDays acts;
    private final int first;
    private final List<Episode> episodes = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();

    private EpisodeTracker(Ruleset rules, SurgeSeries series, ActDays acts, int first) {
        this.rules = rules;
        this.series = series;
        this.acts = acts;
        this.first = first;
    }

    /** Walks from the first day on which anything is known up to {@code asOf}. */
    static EpisodeTracker track(ActDays acts, SurgeSeries series, int firstKnown, int asOf, Ruleset rules) {
        int first = Math.min(firstKnown, asOf + 1);
        for (Map.Entry<Integer, ActDay> day : acts.byDay().headMap(first, false).entrySet()) {
            if (!day.getValue().standing().isEmpty()) {
                first = day.getKey();
                break;
            }
        }
        EpisodeTracker tracker = new EpisodeTracker(rules, series, acts, first);
        tracker.walk(asOf);
        return tracker;
    }

    private void walk(int asOf) {
        Episode open = null;
        int strainedUntil = first - 1;
        for (int day = first; day <= asOf; day++) {
            SurgeReading surge = series.on(day);
            int before = day == first ? CALM : levels.get(levels.size() - 1);
            for (Act act : standing(day)) {
                if (act.level() == ActCatalogue.STRAINED) {
                    strainedUntil = day + rules.ladder().strainedDays();
                    before = Math.max(before, ActCatalogue.STRAINED);
                    continue;
                }
                open = opened(open, day);
                rise(open, before, act);
                open.stayActive(day);
            }
            if (surge.z() >= rules.ladder().tense() && surge.hostileDay()) {
                open = opened(open, day);
                rise(open, before, new Step(TENSE, CALM, day, AlertRule.SURGE, null, null));
            }
            if (open != null) {
                if (surge.z() >= rules.episodes().quietSurge()) {
                    open.stayActive(day);
                }
                if (day - open.lastActive() >= rules.episodes().quietDays()) {
                    open.close(day);
                    open = null;
                }
            }
            boolean strained = day < strainedUntil
                    || surge.z() >= rules.ladder().strained()
                            && surge.hostileEvents() >= rules.surge().scaledHostileEvents();
            levels.add(open != null ? open.level() : strained ? ActCatalogue.STRAINED : CALM);
        }
    }

    private List<Act> standing(int day) {
        ActDay own = acts.byDay().get(day);
        return own == null ? List.of() : own.standing();
    }

    private Episode opened(@Nullable Episode open, int day) {
        if (open != null) {
            return open;
        }
        Episode episode = new Episode(day);
        episodes.add(episode);
        return episode;
    }

    private void rise(Episode episode, int before, Act act) {
        if (Math.max(act.level(), ActCatalogue.RETALIATION) <= episode.level()) {
            return; // not even as an answer does it raise the level
        }
        Link link = acts.link(act);
        if (act.level() < ActCatalogue.RETALIATION && link != null && link.retaliates()) {
            rise(
                    episode,
                    before,
                    new Step(ActCatalogue.RETALIATION, CALM, act.date(), AlertRule.RECIPROCITY, act, link));
        } else {
            rise(episode, before, new Step(act.level(), CALM, act.date(), AlertRule.ACT, act, null));
        }
    }

    private static void rise(Episode episode, int before, Step step) {
        if (step.level() > episode.level()) {
            int previous = episode.steps().isEmpty() ? before : episode.level();
            episode.reach(new Step(step.level(), previous, step.day(), step.rule(), step.act(), step.link()));
        }
    }

    /** The episodes, by start; at most the last is open. */
    public List<Episode> episodes() {
        return episodes;
    }

    /** The first day walked; after the as-of day where nothing is known. */
    public int first() {
        return first;
    }

    /** The step of the ladder at the end of a day; 0 on days before anything is known. */
    public int levelOn(int day) {
        int at = day - first;
        return at >= 0 && at < levels.size() ? levels.get(at) : CALM;
    }
}
