package io.demarche.tension.episodes;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of days in which a pair stands at TENSE or above; it is open until it has been quiet for long enough. A strain, of
 * which STRAINED is the only level, is open until the pair is calm.
 */
public final class Episode {
    static final int OPEN = Integer.MAX_VALUE;

    private final int start;
    private final List<Step> steps = new ArrayList<>();
    private int lastActive;
    private int closedOn = OPEN;

    Episode(int start) {
        this.start = start;
        this.lastActive = start;
    }

    /** The same episode as far as it has come, to go on from. */
    Episode copy() {
        Episode copy = new Episode(start);
        copy.steps.addAll(steps);
        copy.lastActive = lastActive;
        copy.closedOn = closedOn;
        return copy;
    }

    public int start() {
        return start;
    }

    /** The last day with a surge above the quiet threshold or an act of level 3 or more; of a strain, with what strains. */
    public int lastActive() {
        return lastActive;
    }

    /** The day on which it closed, or {@link #OPEN}. */
    public int closedOn() {
        return closedOn;
    }

    public boolean isOpen() {
        return closedOn == OPEN;
    }

    /** The levels reached, lowest and earliest first. */
    public List<Step> steps() {
        return steps;
    }

    /** The highest level reached; 0 before the first. */
    public int level() {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).level();
    }

    void reach(Step step) {
        steps.add(step);
    }

    void stayActive(int day) {
        lastActive = day;
    }

    void close(int day) {
        closedOn = day;
    }
}
