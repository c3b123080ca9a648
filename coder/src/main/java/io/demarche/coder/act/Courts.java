package io.demarche.coder.act;

import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The state whose court it is that acts: a court is no government, yet the state jails and releases through it. */
final class Courts {
    private static final String ROLE = "COURT";
    private static final List<String> BENCH = List.of("bench");
    private static final List<String> PREPOSITIONS = WordClasses.list("court-prepositions");
    private static final Set<String> OWNERS = Set.of(Label.POSS, Label.NMOD, Label.COMPOUND);
    /** Words of courts that are no state's, and where they sit. */
    private static final Set<String> NO_STATES = WordClasses.set("international-court-words");

    private final ParsedSentence s;
    private final ActorFinder actors;
    private final NounReader nouns;

    Courts(ParsedSentence s, ActorFinder actors, NounReader nouns) {
        this.s = s;
        this.actors = actors;
        this.nouns = nouns;
    }

    /** "a Peruvian court released", "was jailed by a judge in Lima", "was convicted in a Lima court". */
    List<Party> acting(TriggerWord trigger) {
        int verb = trigger.noun() ? trigger.carrier() : trigger.token();
        if (verb < 0 || !Words.isVerb(s, verb)) {
            return List.of();
        }
        Stream<Integer> places =
                Clauses.isPassive(s, verb) ? Clauses.prepositionals(s, verb, "in").stream() : Stream.empty();
        return Stream.concat(Stream.of(Clauses.agent(s, verb)), places)
                .filter(bench -> bench >= 0 && isCourt(bench))
                .map(this::judging)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** "a court", "Judge Jan Testic". */
    private boolean isCourt(int noun) {
        return nouns.isAny(s, noun, BENCH)
                || Words.isProperNoun(s, noun)
                        && Arrays.stream(s.children(noun, Label.COMPOUND))
                                .anyMatch(title -> nouns.isAny(s, title, BENCH));
    }

    private List<Party> judging(int bench) {
        Stream<Integer> owners = Arrays.stream(s.children(bench))
                .filter(c -> c < bench && OWNERS.contains(s.label(c)))
                .boxed();
        Stream<Integer> places =
                PREPOSITIONS.stream().flatMap(preposition -> Clauses.complements(s, bench, preposition).stream());
        List<Integer> words = Stream.concat(owners, places).toList();
        if (words.stream().anyMatch(word -> NO_STATES.contains(lower(s, word)))) {
            return List.of();
        }
        return words.stream()
                .map(actors::find)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found ->
                        List.of(new Party(found.get(0).code(), found.get(0).name(), ROLE, bench, Party.Basis.PHRASE)))
                .orElse(List.of());
    }
}
