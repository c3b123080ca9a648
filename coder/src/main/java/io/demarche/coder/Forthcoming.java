package io.demarche.coder;

import io.demarche.avro.DateBasis;
import io.demarche.avro.Modality;
import io.demarche.coder.Composer.Outcome;
import io.demarche.coder.clause.Tenses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.context.Step;
import io.demarche.coder.date.DateChooser;
import io.demarche.coder.date.Dating;
import io.demarche.coder.date.Timeline;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.parse.ParsedSentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a sentence dates after the day of publication is announced, whatever its words sound like: "ahead of next month's talks". */
final class Forthcoming {
    private static final String CONSULTING = "04";
    private static final Set<String> ANNOUNCING = Set.of("announce", "announcement");

    private static final Set<String> PRESENT = Set.of("VBZ", "VBP");

    private final Lexicon lexicon;

    Forthcoming(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The outcomes, with such acts as what they are; without those that are none as long as they are ahead. */
    List<Outcome> announce(List<Outcome> outcomes, SentenceAnalysis analysis, Timeline timeline) {
        List<Outcome> told = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            List<Act> acts = new ArrayList<>();
            for (Act act : outcome.acts()) {
                (isAhead(act, analysis, timeline) ? announced(act) : Optional.of(act)).ifPresent(acts::add);
            }
            boolean none = acts.isEmpty() && !outcome.acts().isEmpty();
            told.add(
                    none
                            ? Outcome.dropped("still to come, and no act until then")
                            : new Outcome(acts, outcome.dropped()));
        }
        return told;
    }

    private static boolean isAhead(Act act, SentenceAnalysis analysis, Timeline timeline) {
        if (act.modality() != Modality.FACT || !act.standing().shifts().isEmpty()) {
            return false;
        }
        ParsedSentence s = analysis.tree();
        int token = act.match().token();
        Dating dating = DateChooser.choose(s, token, act.standing(), analysis.dates(), timeline);
        LocalDate date = dating.date();
        if (isAnnounced(act, s) && !date.isBefore(timeline.published())) {
            return true;
        }
        return date.isAfter(timeline.published())
                && date.isBefore(timeline.published().plusYears(1))
                && (act.match().noun()
                        ? !Tenses.isNounOfPast(s, token) || isDated(analysis, token, date)
                        : dating.basis() == DateBasis.RELATIVE && isPresent(s, token));
    }

    /** "leaves", "is leaving"; but not "has invited". */
    private static boolean isPresent(ParsedSentence s, int verb) {
        return PRESENT.contains(s.tag(verb))
                || s.tag(verb).equals("VBG") && s.hasChild(verb, "aux") && !Tenses.isPast(s, verb);
    }

    /** "announced a visit", "the announcement of talks": what is not yet. */
    private static boolean isAnnounced(Act act, ParsedSentence s) {
        List<Step> steps = act.standing().steps();
        return act.match().noun()
                && act.match().rule().root().equals(CONSULTING)
                && !steps.isEmpty()
                && ANNOUNCING.contains(Words.lemma(s, steps.get(0).token()));
    }

    /** "the talks on May 5": the date hangs on the noun itself. */
    private static boolean isDated(SentenceAnalysis analysis, int noun, LocalDate date) {
        return analysis.dates().stream()
                .anyMatch(phrase ->
                        phrase.dating().date().equals(date) && analysis.tree().isDescendant(phrase.begin(), noun));
    }

    private Optional<Act> announced(Act act) {
        return lexicon.shifts()
                .shift(act.cameo(), Stance.INTEND)
                .map(code -> new Act(
                        act.match(),
                        act.standing(),
                        lexicon.cameo().type(code),
                        code,
                        act.source(),
                        act.target(),
                        Modality.ANNOUNCED,
                        act.evidence()));
    }
}
