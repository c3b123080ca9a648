package io.demarche.coder.candidate;

import io.demarche.avro.DateBasis;
import io.demarche.avro.Modality;
import io.demarche.coder.act.Trigger;
import io.demarche.coder.clause.Tenses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.factuality.Step;
import io.demarche.coder.lexicon.ActClass;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What a sentence dates after the day of publication is announced, whatever its words sound like: "ahead of next month's talks". */
final class UpcomingActs {
    private static final Set<String> ANNOUNCING = WordClasses.set("announcing-words");
    private static final Set<String> PRESENT = Set.of(Tag.VBZ, Tag.VBP);

    private final Reading reading;
    private final ParsedSentence s;
    private final LocalDate published;

    UpcomingActs(Reading reading) {
        this.reading = reading;
        this.s = reading.tree();
        this.published = reading.memory().timeline().published();
    }

    /** Whether the act is told as done and yet lies ahead. */
    boolean has(Act act, Candidate candidate) {
        Factuality factuality = candidate.factuality();
        if (act.modality() != Modality.FACT || !factuality.shifts().isEmpty()) {
            return false;
        }
        Trigger trigger = candidate.trigger();
        int token = trigger.token();
        LocalDate date = act.dating().date();
        boolean past = act.dating().basis() != DateBasis.PUBLICATION && date.isBefore(published);
        if (isAnnounced(trigger, factuality) && !past) {
            return true;
        }
        return date.isAfter(published)
                && date.isBefore(published.plusYears(1))
                && (trigger.noun()
                        ? !Tenses.isNounOfPast(s, token) || isDated(token, date)
                        : act.dating().basis() == DateBasis.RELATIVE && isPresent(token));
    }

    /** "leaves", "is leaving"; but not "has invited". */
    private boolean isPresent(int verb) {
        return PRESENT.contains(s.tag(verb))
                || s.tag(verb).equals(Tag.VBG) && s.hasChild(verb, Label.AUX) && !Tenses.isPast(s, verb);
    }

    /** "announced a visit", "the announcement of talks": what is not yet. */
    private boolean isAnnounced(Trigger trigger, Factuality factuality) {
        List<Step> steps = factuality.steps();
        return trigger.noun()
                && trigger.rule().is(ActClass.CONSULTATION)
                && !steps.isEmpty()
                && ANNOUNCING.contains(Words.lemma(s, steps.get(0).token()));
    }

    /** "the talks on May 5": the date hangs on the noun itself. */
    private boolean isDated(int noun, LocalDate date) {
        return reading.dates().stream()
                .anyMatch(phrase -> phrase.dating().date().equals(date) && s.isDescendant(phrase.begin(), noun));
    }
}
