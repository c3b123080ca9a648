package io.demarche.tension.records;

import io.demarche.tension.episodes.Step;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.ActCatalogue;
import io.demarche.tension.levels.SurgeReading;
import io.demarche.tension.links.Link;
import io.demarche.tension.rules.Ruleset;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Says in one sentence why a level was reached. */
public final class Explanations {
    private final Ruleset rules;

    Explanations(Ruleset rules) {
        this.rules = rules;
    }

    String of(Step step, SurgeReading reading) {
        if (step.link() != null) {
            return answer(step.link());
        }
        if (step.act() != null) {
            return act(step.act(), step.level());
        }
        boolean strained = step.level() == ActCatalogue.STRAINED;
        return "Hostility F of " + figure(reading.recent(), 1) + " stands z = " + figure(reading.z(), 2) + " above the "
                + figure(reading.expected(), 1) + " that the pair's own past leads one to expect ("
                + (strained ? "strained" : "tense, on a hostile day,") + " from "
                + figure(strained ? rules.ladder().strained() : rules.ladder().tense(), 2) + ").";
    }

    private String act(Act act, int level) {
        String meaning = switch (level) {
            case ActCatalogue.STRAINED -> "A summons or a protest";
            case ActCatalogue.RUPTURE -> "Relations broken off, or every mission closed";
            case ActCatalogue.FORCE -> "Force used";
            default -> "A coercive act by one side";
        };
        double least = act.believed()
                ? rules.evidence().minimumBelief()
                : rules.evidence().oneReport();
        return meaning + ", believed at " + figure(act.belief()) + " from " + voices(act) + " (counts from "
                + figure(least) + (act.believed() ? "" : " in one report") + ").";
    }

    private String answer(Link link) {
        String basis = switch (link.basis()) {
            case TEXT -> "the text says so";
            case SAME_CLASS ->
                "the same class of act in the opposite direction within "
                        + rules.links().sameClassDays() + " days";
            case NEIGHBOURING_CLASS ->
                "a neighbouring class of act in the opposite direction within "
                        + rules.links().neighbourDays() + " days";
            case UNKNOWN -> "unknown";
        };
        String after = link.lagDays() == 0 ? "on the same day" : "after " + days(link.lagDays());
        return "A coercive act answered in kind " + after + " (" + basis + ", link confidence "
                + figure(link.confidence()) + "); the acts are believed at "
                + figure(link.to().belief()) + " and " + figure(link.answer().belief()) + ".";
    }

    private static String voices(Act act) {
        int count = act.voices().count();
        return Phrases.number(count) + (count == 1 ? " independent source" : " independent sources");
    }

    private static String days(int days) {
        return Phrases.number(days) + (days == 1 ? " day" : " days");
    }

    private static String figure(double value) {
        return figure(value, 2);
    }

    /** What a format of so many decimals gives, in a fifth of its time: each mention asks for several. */
    static String figure(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
