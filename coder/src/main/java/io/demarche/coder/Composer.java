package io.demarche.coder;

import io.demarche.avro.EventType;
import io.demarche.avro.Modality;
import io.demarche.coder.act.Match;
import io.demarche.coder.act.Talks;
import io.demarche.coder.actor.Party;
import io.demarche.coder.actor.Spot;
import io.demarche.coder.attribute.Confidence;
import io.demarche.coder.clause.Words;
import io.demarche.coder.context.Standing;
import io.demarche.coder.lexicon.Cues;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.lexicon.Name;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.parse.ParsedSentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes acts of a sentence's matches: applies what stands around them, and sets aside what is no act, with the reason. */
final class Composer {
    /** Stances of a trigger whose own code waits for what is asked, intended, refused or alleged. */
    private static final Set<Stance> OPEN =
            EnumSet.of(Stance.DEMAND, Stance.APPEAL, Stance.ALLEGE, Stance.INTEND, Stance.THREATEN, Stance.REFUSE);

    /** Roots of words rather than deeds: a purpose may be one of them and yet be done ("called him in to protest"). */
    private static final Set<String> VERBAL = Set.of("01", "02", "04", "10", "11");

    private static final Set<String> CONSULTING = Set.of("03", "04");

    /** What one side may promise while the other does not: to cooperate and to trade, but not to meet. */
    private static final Set<String> ONE_SIDED = Set.of("060", "061");

    private static final String TRADE = "061";
    private static final Set<String> TRADED = Set.of("import", "export");

    private static final String APPEALS = "02";
    /** CAMEO's code for a protest lodged. */
    private static final String PROTEST = "114";

    /** CAMEO's code for intelligence and evidence shared. */
    private static final String INTELLIGENCE = "064";

    private final Lexicon lexicon;
    private final Confidence confidence;

    Composer(Lexicon lexicon) {
        this.confidence = new Confidence(lexicon.factors());
        this.lexicon = lexicon;
    }

    /** The acts of one match, or why there are none. */
    record Outcome(List<Act> acts, @Nullable String dropped) {
        static Outcome dropped(String reason) {
            return new Outcome(List.of(), reason);
        }
    }

    /** One outcome for each match, in the same order. */
    List<Outcome> compose(SentenceAnalysis analysis, String body, Counterparts counterparts) {
        counterparts.nextSentence();
        Ellipsis ellipsis = new Ellipsis(analysis, counterparts);
        boolean noState = lexicon.cues()
                .has(
                        Cues.Kind.NOT_STATE,
                        body,
                        analysis.sentence().textBegin(),
                        analysis.sentence().end());
        boolean question = isQuestion(analysis);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < analysis.matches().size(); i++) {
            outcomes.add(outcome(analysis, i, noState, question, ellipsis));
        }
        Overlaps overlaps = new Overlaps(analysis);
        for (int i = 0; i < outcomes.size(); i++) {
            String reason = overlaps.reason(i, outcomes);
            if (reason != null) {
                outcomes.set(i, Outcome.dropped(reason));
            }
        }
        outcomes.replaceAll(this::withEvidence);
        outcomes.forEach(outcome -> outcome.acts().forEach(counterparts::told));
        return outcomes;
    }

    /** Leaves out the acts that too little speaks for. */
    private Outcome withEvidence(Outcome outcome) {
        List<Act> kept = outcome.acts().stream()
                .filter(act -> !confidence.isTooLittle(act.match().rule(), act.evidence()))
                .toList();
        return outcome.acts().isEmpty() || !kept.isEmpty()
                ? new Outcome(kept, outcome.dropped())
                : Outcome.dropped(String.format(
                        Locale.ROOT,
                        "too little evidence (%.2f)",
                        outcome.acts().get(0).evidence()));
    }

    private static boolean isQuestion(SentenceAnalysis analysis) {
        for (int i = analysis.tree().size() - 1; i >= 0 && i >= analysis.tree().size() - 3; i--) {
            if (analysis.tree().form(i).equals("?")) {
                return true;
            }
        }
        return false;
    }

    private Outcome outcome(SentenceAnalysis analysis, int i, boolean noState, boolean question, Ellipsis ellipsis) {
        Match match = analysis.matches().get(i);
        Standing standing = analysis.standings().get(i);
        String reason = standing.dropped();
        if (reason != null) {
            return Outcome.dropped(reason);
        }
        if (question) {
            return Outcome.dropped("a question");
        }
        if (noState && !isSure(match)) {
            return Outcome.dropped("the sentence is about sport, business or the arts");
        }
        if (isTradeFigure(analysis, match, standing)) {
            return Outcome.dropped("a figure of trade");
        }
        if (Presuppositions.has(analysis, i)) {
            return Outcome.dropped("taken for granted, while something else is told");
        }
        if (standing.purpose() && (!VERBAL.contains(match.rule().root()) || isMerePurpose(analysis, match))) {
            return Outcome.dropped("a purpose, not done");
        }
        String code = match.rule().cameo();
        Stance own = ownStance(analysis, match);
        if (own == Stance.REFUSE && Overlaps.isOpen(code) && Overlaps.isOfHarm(analysis, i)) {
            return Outcome.dropped("turns down what would harm");
        }
        if (own != null && OPEN.contains(own) && Overlaps.isOpen(code)) {
            code = Overlaps.content(analysis, i)
                    .flatMap(inner -> lexicon.shifts().shift(inner, own))
                    .orElse(code);
        }
        Speakers speakers = Speakers.of(analysis, standing);
        Match sided = speakers.acting(match);
        Stance obligation = standing.obligation();
        if (obligation != null) {
            Optional<Match> demanded = speakers.demanding(sided);
            Optional<String> shifted = lexicon.shifts().shift(code, obligation);
            if (demanded.isEmpty() || shifted.isEmpty()) {
                return Outcome.dropped("said to be due, not done");
            }
            sided = demanded.get();
            code = shifted.get();
        }
        for (Stance stance : standing.shifts()) {
            Optional<String> shifted = lexicon.shifts().shift(code, stance);
            if (shifted.isEmpty()) {
                return Outcome.dropped("not done, and no act of its own (" + stance + ")");
            }
            code = shifted.get();
        }
        return acts(analysis, ellipsis.complete(sided), standing, code, speakers);
    }

    /** "an arrest warrant for the actor": words that mean the same whoever it is about. */
    private static boolean isSure(Match match) {
        String root = match.rule().root();
        boolean worded = !match.rule().with().isEmpty();
        return root.equals("16")
                || match.rule().cameo().equals(PROTEST)
                || match.rule().cameo().equals(INTELLIGENCE)
                || root.equals("17") && worded;
    }

    /** "exported goods worth a million": what was traded in all; what will be exported is a matter of agreements. */
    private static boolean isTradeFigure(SentenceAnalysis analysis, Match match, Standing standing) {
        return match.rule().cameo().equals(TRADE)
                && TRADED.contains(Words.lemma(analysis.tree(), match.token()))
                && !analysis.tree().tag(match.token()).equals("VBG")
                && standing.shifts().isEmpty()
                && !standing.decided();
    }

    /** "buys gas elsewhere to protest the raid": no act of words is told that the protest might be. */
    private static boolean isMerePurpose(SentenceAnalysis analysis, Match match) {
        ParsedSentence s = analysis.tree();
        int above = s.head(match.token());
        return match.rule().cameo().equals(PROTEST)
                && s.label(match.token()).equals("advcl")
                && analysis.matches().stream().noneMatch(other -> other.token() == above || other.carrier() == above);
    }

    /** The stance of the act's own word; to want somebody to do it is to ask for it. */
    private static @Nullable Stance ownStance(SentenceAnalysis analysis, Match match) {
        Stance own = analysis.stances().stance(match.token()).orElse(null);
        return own == Stance.INTEND && match.rule().root().equals(APPEALS) ? Stance.APPEAL : own;
    }

    private Outcome acts(SentenceAnalysis analysis, Match found, Standing standing, String code, Speakers tellers) {
        if (found.sources().isEmpty()) {
            return Outcome.dropped("nobody found who acts");
        }
        Privacy privacy = new Privacy(analysis.tree());
        Match match = tellers.suffering(found, privacy);
        if (match.targets().isEmpty()) {
            return witnessed(analysis, match, standing, code, tellers);
        }
        if (standing.background()
                && match.noun()
                && !match.rule().isBySpeaker()
                && !Talks.isHeldByTeller(analysis.tree(), match.rule(), match.token())
                && match.sources().stream().noneMatch(party -> isInside(analysis, match, party))) {
            return Outcome.dropped("spoken of in passing");
        }
        if (match.sources().stream()
                .allMatch(party ->
                        party.basis() == Party.Basis.PLACE && party.role().isEmpty())) {
            return Outcome.dropped("a place, which does not act");
        }
        if (privacy.isPrivate(match)) {
            return Outcome.dropped("private persons, who do not act for a state");
        }
        if (CONSULTING.contains(match.rule().root())
                && match.targets().stream().allMatch(party -> party.role().equals("MEDIA"))) {
            return Outcome.dropped("talk with the press");
        }
        Speakers speakers = match.rule().isBySpeaker() ? new Speakers(analysis, standing, match.sources()) : tellers;
        if (Speakers.MISDEEDS.contains(match.rule().root())
                && !match.rule().isBySpeaker()
                && !speakers.isNobody()
                && speakers.parties().stream().allMatch(privacy::areSome)) {
            return Outcome.dropped("what some people say");
        }
        List<Act> acts = new ArrayList<>();
        String reason = null;
        for (Party source : match.sources()) {
            for (Party target : match.targets()) {
                if (source.code().equals(target.code())) {
                    continue;
                }
                boolean third = !speakers.isNobody() && !speakers.are(source);
                boolean spoken = standing.quoted() && isQuoted(analysis, match);
                if (spoken && (third || speakers.isNobody())) {
                    acts.addAll(charges(analysis, match, standing, code, speakers.parties(), source));
                    reason = "another side's words about the source";
                    continue;
                }
                boolean hearsay = spoken || third && speakers.are(target);
                EventType type = type(match, code);
                Modality modality = modality(standing, type);
                double evidence =
                        confidence.evidence(analysis.tree(), match, source, target, standing, hearsay, names(analysis));
                acts.add(new Act(match, standing, type, code, source, target, modality, evidence));
                mirror(match, standing)
                        .ifPresent(mirrored -> acts.add(new Act(
                                match,
                                standing,
                                mirrored.equals(code) ? type : lexicon.cameo().type(mirrored),
                                mirrored,
                                target,
                                source,
                                modality,
                                evidence)));
            }
        }
        return acts.isEmpty()
                ? Outcome.dropped(reason == null ? "source and target are the same" : reason)
                : new Outcome(acts, null);
    }

    /** "The UN said Chadian troops had looted shops": who tells of others' misdeeds as a witness charges them. */
    private Outcome witnessed(
            SentenceAnalysis analysis, Match match, Standing standing, String code, Speakers speakers) {
        List<Act> acts = new ArrayList<>();
        if (speakers.isAboutMisdeed(match)) {
            match.sources()
                    .forEach(source ->
                            acts.addAll(charges(analysis, match, standing, code, speakers.witnesses(), source)));
        }
        return acts.isEmpty() ? Outcome.dropped("nobody found toward whom") : new Outcome(acts, null);
    }

    /** What one side says in its own words of another's misdeeds is a charge: "they are arming the rebels," the minister said. */
    private List<Act> charges(
            SentenceAnalysis analysis,
            Match match,
            Standing standing,
            String code,
            List<Party> speakers,
            Party source) {
        if (!Speakers.MISDEEDS.contains(code.substring(0, 2)) && !code.startsWith("072")) {
            return List.of();
        }
        Optional<String> charge = lexicon.shifts().shift(code, Stance.ALLEGE);
        List<Act> acts = new ArrayList<>();
        for (Party speaker : speakers) {
            if (charge.isPresent()
                    && !speaker.code().equals(source.code())
                    && !speaker.role().equals("CIVILIAN")) {
                EventType type = lexicon.cameo().type(charge.get());
                double evidence =
                        confidence.evidence(analysis.tree(), match, speaker, source, standing, true, names(analysis));
                acts.add(new Act(match, standing, type, charge.get(), speaker, source, Modality.FACT, evidence));
            }
        }
        return acts;
    }

    /** How many states and organisations the sentence names. */
    private static long names(SentenceAnalysis analysis) {
        return analysis.spots().all().stream()
                .map(Spot::name)
                .filter(Name::isActor)
                .map(Name::code)
                .distinct()
                .count();
    }

    private static boolean isQuoted(SentenceAnalysis analysis, Match match) {
        return match.subject() < 0 || analysis.stances().isQuoted(match.subject());
    }

    private static boolean isInside(SentenceAnalysis analysis, Match match, Party party) {
        return analysis.tree().subtree(match.token()).contains(party.token());
    }

    private Optional<String> mirror(Match match, Standing standing) {
        String mirror = match.rule().mirror();
        boolean promised = standing.shifts().contains(Stance.INTEND)
                && ONE_SIDED.contains(match.rule().cameo());
        if (mirror.isEmpty() || match.mutual() || standing.obligation() != null || promised) {
            return Optional.empty();
        }
        Optional<String> code = Optional.of(mirror);
        for (Stance stance : standing.shifts()) {
            if (stance == Stance.REFUSE) {
                return Optional.empty();
            }
            code = code.flatMap(each -> lexicon.shifts().shift(each, stance));
        }
        return code;
    }

    private EventType type(Match match, String code) {
        return code.equals(match.rule().cameo())
                ? match.rule().type()
                : lexicon.cameo().type(code);
    }

    private static Modality modality(Standing standing, EventType type) {
        if (standing.shifts().contains(Stance.THREATEN)) {
            return Modality.THREATENED;
        }
        if (type == EventType.THREATENED && standing.shifts().isEmpty()) {
            return Modality.THREATENED;
        }
        return standing.decided() || standing.shifts().contains(Stance.INTEND) ? Modality.ANNOUNCED : Modality.FACT;
    }
}
