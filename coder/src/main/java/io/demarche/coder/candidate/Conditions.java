package io.demarche.coder.candidate;

import io.demarche.coder.act.Talks;
import io.demarche.coder.act.Trigger;
import io.demarche.coder.actor.Party;
import io.demarche.coder.lexicon.ActClass;
import io.demarche.coder.lexicon.Cues;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.text.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What {@code filters.tsv} may ask of a candidate, by the names that its header explains. */
final class Conditions {
    private static final int LAST_TOKENS = 3;
    private static final String NONE = "none";

    private final Cues cues;
    private final Map<String, Asked> flags = Map.ofEntries(
            Map.entry("noun", (candidate, reading) -> candidate.trigger().noun()),
            Map.entry(
                    "worded",
                    (candidate, reading) -> !candidate.trigger().rule().with().isEmpty()),
            Map.entry(
                    "by-speaker",
                    (candidate, reading) -> candidate.trigger().rule().isBySpeaker()),
            Map.entry(
                    "shifted",
                    (candidate, reading) -> !candidate.factuality().shifts().isEmpty()),
            Map.entry("decided", (candidate, reading) -> candidate.factuality().decided()),
            Map.entry(
                    "background", (candidate, reading) -> candidate.factuality().background()),
            Map.entry("purpose", (candidate, reading) -> candidate.factuality().purpose()),
            Map.entry("quoted", (candidate, reading) -> candidate.factuality().quoted()),
            Map.entry("governed", Conditions::isGoverned),
            Map.entry("presupposed", (candidate, reading) -> Presuppositions.has(reading, candidate)),
            Map.entry("source-inside", Conditions::isSourceInside),
            Map.entry("held-by-teller", Conditions::isHeldByTeller),
            Map.entry("private", Conditions::isPrivate),
            Map.entry("said-by-some", Conditions::isSaidBySome));

    Conditions(Cues cues) {
        this.cues = cues;
    }

    /** A question about a candidate. */
    @FunctionalInterface
    interface Asked {
        boolean holds(Candidate candidate, Reading reading);
    }

    /** The condition of that name that takes no values; null where there is none. */
    @Nullable
    Asked flag(String name) {
        return flags.get(name);
    }

    /**
     * The condition of that name that takes values; null where there is none.
     *
     * @throws IllegalArgumentException where it knows one of the values not
     */
    @Nullable
    Asked valued(String name, Set<String> values) {
        return switch (name) {
            case "act" -> anyAct(values);
            case "governs" -> governing(values);
            case "cue" -> cue(values);
            case "own" -> own(values);
            case "rule" ->
                (candidate, reading) ->
                        values.contains(candidate.trigger().rule().id());
            case "lemma" -> ofToken(values, reading -> reading.tree()::lemma);
            case "form" -> ofToken(values, reading -> reading.tree()::form);
            case "tag" -> ofToken(values, reading -> reading.tree()::tag);
            case "label" -> ofToken(values, reading -> reading.tree()::label);
            case "end" -> (candidate, reading) -> isAtEnd(values, reading.tree());
            case "sources-role" ->
                (candidate, reading) -> all(candidate.sides().sources(), party -> values.contains(role(party)));
            case "targets-role" ->
                (candidate, reading) -> all(candidate.sides().targets(), party -> values.contains(role(party)));
            case "sources-basis" -> {
                values.forEach(Party.Basis::valueOf);
                yield (candidate, reading) -> all(
                        candidate.sides().sources(),
                        party -> values.contains(party.basis().name()));
            }
            default -> null;
        };
    }

    private static boolean all(List<Party> parties, Predicate<Party> fits) {
        return parties.stream().allMatch(fits);
    }

    private static String role(Party party) {
        return party.role().isEmpty() ? NONE : party.role();
    }

    private static Asked ofToken(Set<String> values, Function<Reading, Function<Integer, String>> feature) {
        return (candidate, reading) ->
                values.contains(feature.apply(reading).apply(candidate.trigger().token()));
    }

    private static Asked anyAct(Set<String> values) {
        List<ActClass> classes = values.stream().map(ActClass::valueOf).toList();
        return (candidate, reading) ->
                classes.stream().anyMatch(candidate.trigger().rule()::is);
    }

    private static Asked governing(Set<String> values) {
        List<ActClass> classes = values.stream().map(ActClass::valueOf).toList();
        return (candidate, reading) ->
                classes.stream().anyMatch(actClass -> ActCodes.governs(reading, candidate, actClass));
    }

    private static Asked own(Set<String> values) {
        List<Stance> stances = values.stream().map(Stance::valueOf).toList();
        return (candidate, reading) -> {
            Stance own = ActCodes.ownStance(reading, candidate.trigger());
            return own != null && stances.contains(own);
        };
    }

    private Asked cue(Set<String> values) {
        List<Cues.Kind> kinds = values.stream().map(Cues.Kind::valueOf).toList();
        return (candidate, reading) -> {
            Sentence sentence = reading.sentence();
            return kinds.stream()
                    .anyMatch(kind -> cues.has(kind, reading.memory().body(), sentence.textBegin(), sentence.end()));
        };
    }

    private static boolean isAtEnd(Set<String> forms, ParsedSentence s) {
        for (int i = s.size() - 1; i >= 0 && i >= s.size() - LAST_TOKENS; i--) {
            if (forms.contains(s.form(i))) {
                return true;
            }
        }
        return false;
    }

    /** "called the envoy in to protest": another trigger stands right above. */
    private static boolean isGoverned(Candidate candidate, Reading reading) {
        int above = reading.tree().head(candidate.trigger().token());
        return reading.candidates().stream()
                .map(Candidate::trigger)
                .anyMatch(other -> other.token() == above || other.carrier() == above);
    }

    private static boolean isSourceInside(Candidate candidate, Reading reading) {
        return candidate.sides().sources().stream()
                .anyMatch(party ->
                        reading.tree().subtree(candidate.trigger().token()).contains(party.token()));
    }

    private static boolean isHeldByTeller(Candidate candidate, Reading reading) {
        Trigger trigger = candidate.trigger();
        return Talks.isHeldByTeller(reading.tree(), trigger.rule(), trigger.token());
    }

    private static boolean isPrivate(Candidate candidate, Reading reading) {
        return new PrivatePersons(reading.tree()).isPrivate(candidate.trigger().rule(), candidate.sides());
    }

    private static boolean isSaidBySome(Candidate candidate, Reading reading) {
        Speakers speakers = Speakers.of(reading, candidate.factuality());
        PrivatePersons persons = new PrivatePersons(reading.tree());
        return !speakers.isNobody() && speakers.parties().stream().allMatch(persons::areSome);
    }
}
