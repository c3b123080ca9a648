package io.demarche.coder.act;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isVerb;
import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.Acts;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the words of a sentence that a rule of the lexicon fits. */
public final class TriggerFinder {
    private static final Set<String> NO_PREDICATE =
            Set.of(Label.AUX, Label.AUXPASS, Label.NMOD, Label.COMPOUND, Label.CASE);
    private static final Set<String> ADJECTIVES =
            Set.of(Label.ACOMP, Label.OPRD, Label.XCOMP, Label.ATTR, Label.CCOMP, Label.ROOT, Label.CONJ);
    private static final Set<String> EFFORTS = WordClasses.set("act-bearing-nouns");
    private static final String VISIT = "visit";

    private final Acts acts;
    private final ParsedSentence s;
    private final RuleFit fit;

    public TriggerFinder(Acts acts, NounReader nouns, ParsedSentence s, ActorFinder actors) {
        this.acts = acts;
        this.s = s;
        this.fit = new RuleFit(nouns, s, actors);
    }

    /** One trigger for each word that some rule fits: the first rule that does. */
    public List<Trigger> find() {
        List<Trigger> found = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            if (!NO_PREDICATE.contains(s.label(i))
                    || isActOfEffort(i)
                    || s.tag(i).equals(Tag.MD)) {
                trigger(i).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Every word that may tell an act: a verb, a noun or a predicate, with the rules that it triggers, if any. */
    public List<WordTriggers> words() {
        List<WordTriggers> found = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            boolean noun = isNoun(s, i);
            boolean obligation = s.tag(i).equals(Tag.MD) && s.head(i) >= 0;
            boolean adjective = s.tag(i).equals(Tag.JJ) && ADJECTIVES.contains(s.label(i));
            boolean predicate = noun || obligation || !NO_PREDICATE.contains(s.label(i));
            if (predicate && (noun || isVerb(s, i) || obligation || adjective)) {
                List<Acts.TriggerWords> triggers = noun ? acts.ofNoun(lemma(s, i)) : acts.ofVerb(lemma(s, i));
                if (!triggers.isEmpty() || isVerb(s, i) || noun && !Words.isProperNoun(s, i)) {
                    TriggerWord word = noun ? nounTrigger(i) : obligation ? obligation(i) : verbTrigger(i);
                    List<RuleMatch> matches = new ArrayList<>();
                    for (Acts.TriggerWords each : triggers) {
                        matches.add(new RuleMatch(each.rule(), fit.demands(each, word)));
                    }
                    found.add(new WordTriggers(word, List.copyOf(matches)));
                }
            } else if (isGap(i)) {
                found.add(new WordTriggers(new TriggerWord(i, true, i - 1, -1, -1), List.of()));
            }
        }
        return found;
    }

    /** "Slovakia expelled three diplomats, Lithuania two": the number stands for the act told before. */
    private boolean isGap(int token) {
        return s.tag(token).equals(Tag.CD) && token > 0 && Words.isProperNoun(s, token - 1);
    }

    /** "a mediation effort", "its rescue mission": the act stands before the noun. */
    private boolean isActOfEffort(int token) {
        return s.label(token).equals(Label.COMPOUND)
                && s.head(token) >= 0
                && isNoun(s, token)
                && EFFORTS.contains(lemma(s, s.head(token)));
    }

    private Optional<Trigger> trigger(int token) {
        boolean noun = isNoun(s, token);
        boolean obligation = s.tag(token).equals(Tag.MD) && s.head(token) >= 0;
        boolean adjective = s.tag(token).equals(Tag.JJ) && ADJECTIVES.contains(s.label(token));
        if (!noun && !isVerb(s, token) && !obligation && !adjective) {
            return Optional.empty();
        }
        List<Acts.TriggerWords> triggers = noun ? acts.ofNoun(lemma(s, token)) : acts.ofVerb(lemma(s, token));
        if (triggers.isEmpty()) {
            return Optional.empty();
        }
        TriggerWord word = noun ? nounTrigger(token) : obligation ? obligation(token) : verbTrigger(token);
        word = isOfGuest(word) ? new TriggerWord(token, false, word.object(), word.subject(), -1) : word;
        for (Acts.TriggerWords candidate : triggers) {
            if (fit.fits(candidate, word)) {
                return Optional.of(new Trigger(candidate.rule(), fit.withObject(candidate, word)));
            }
        }
        return Optional.empty();
    }

    /** "Tehran must release him": the words that oblige are triggers of their own, between whoever says so and whoever must. */
    private TriggerWord obligation(int token) {
        int verb = s.head(token);
        int above = s.head(verb);
        boolean said = above >= 0 && isVerb(s, above) && s.label(verb).equals(Label.CCOMP);
        return new TriggerWord(token, false, said ? Clauses.agent(s, above) : -1, Clauses.subject(s, verb), -1);
    }

    /** "told visiting Peruvian envoys": the participle tells of the guests, though it is parsed as what was told. */
    private boolean isOfGuest(TriggerWord trigger) {
        int token = trigger.token();
        return lemma(s, token).equals(VISIT)
                && s.tag(token).equals(Tag.VBG)
                && token > 0
                && isVerb(s, token - 1)
                && !lemma(s, token - 1).equals("be")
                && trigger.object() > token
                && trigger.subject() >= 0
                && s.head(token) == token - 1
                && fit.isOffice(trigger.object());
    }

    private TriggerWord verbTrigger(int token) {
        return new TriggerWord(token, false, Clauses.agent(s, token), Clauses.patient(s, token), -1);
    }

    private TriggerWord nounTrigger(int token) {
        int carrier = Clauses.governor(s, token);
        int object = Clauses.prepositional(s, token, "of");
        int by = Clauses.prepositional(s, token, "by");
        object = object < 0 && by >= 0
                ? Clauses.prepositional(s, by, "of")
                : object; // "the expulsion by Oslo of an envoy"
        int subject = by >= 0 ? by : s.child(token, Label.POSS);
        return new TriggerWord(token, true, subject, object, carrier);
    }
}
