package io.demarche.coder;

import io.demarche.coder.act.ActFinder;
import io.demarche.coder.act.Match;
import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.Discourse;
import io.demarche.coder.actor.Introductions;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.actor.Party;
import io.demarche.coder.actor.Spots;
import io.demarche.coder.context.Quotations;
import io.demarche.coder.context.StanceReader;
import io.demarche.coder.context.Standing;
import io.demarche.coder.date.DateFinder;
import io.demarche.coder.date.DatedPhrase;
import io.demarche.coder.date.Timeline;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.lexicon.Name;
import io.demarche.coder.parse.DependencyParser;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.text.Sentence;
import io.demarche.coder.text.Tokenizer;
import java.util.List;
import java.util.Optional;

/** Takes one sentence through the stages: tokens, tree, names, actors, acts, stances, dates. */
final class Analyst {
    private final Lexicon lexicon;
    private final Tokenizer tokenizer;
    private final DependencyParser parser;
    private final NounReader nouns;

    Analyst(Lexicon lexicon, Tokenizer tokenizer, DependencyParser parser) {
        this.lexicon = lexicon;
        this.tokenizer = tokenizer;
        this.parser = parser;
        this.nouns = new NounReader(lexicon.nouns());
    }

    /** Analyses the sentence after those already passed to the discourse and the timeline. */
    SentenceAnalysis analyse(
            String body, int index, Sentence sentence, Quotations quotations, Discourse discourse, Timeline timeline) {
        ParsedSentence tree = parser.parse(body, tokenizer.tokenize(body, sentence.textBegin(), sentence.end()));
        Spots spots = Spots.find(tree, lexicon.names(), lexicon.nouns(), timeline.published(), discourse.bearers());
        ActorFinder actors = new ActorFinder(tree, spots, nouns, discourse);
        discourse.startSentence(index);
        timeline.enter(sentence.paragraph(), index);
        home(body, sentence).ifPresent(discourse::writtenIn);
        new Introductions(tree, spots, nouns, actors, discourse).remember();
        List<Match> matches = new ActFinder(lexicon.acts(), nouns, tree, actors).find();
        StanceReader stances = new StanceReader(tree, lexicon.stances(), quotations);
        List<Standing> standings =
                matches.stream().map(match -> stances.read(match.token())).toList();
        List<DatedPhrase> dates = DateFinder.find(timeline, tree);
        return new SentenceAnalysis(sentence, tree, spots, actors, stances, matches, standings, dates);
    }

    /** The state that the dateline names: "OSLO, June 3 - ", "Oslo (Agency) - ". */
    private Optional<Party> home(String body, Sentence sentence) {
        if (!sentence.hasDateline()) {
            return Optional.empty();
        }
        StringBuilder place = new StringBuilder();
        boolean first = true;
        for (char c : body.substring(sentence.begin(), sentence.textBegin()).toCharArray()) {
            place.append(first ? c : Character.toLowerCase(c));
            first = !Character.isLetter(c);
        }
        return lexicon.names().find(place.toString()).stream()
                .flatMap(match -> match.values().stream())
                .filter(name -> name.isActor() && name.kind() != Name.Kind.ORGANISATION && !name.isPerson())
                .map(name -> new Party(name.code(), name.code(), "", 0, Party.Basis.CONTEXT))
                .findFirst();
    }
}
