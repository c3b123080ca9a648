package io.demarche.coder;

import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.Discourse;
import io.demarche.coder.actor.Introductions;
import io.demarche.coder.actor.NameMentions;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.actor.Party;
import io.demarche.coder.candidate.ArticleMemory;
import io.demarche.coder.candidate.Reading;
import io.demarche.coder.factuality.StanceReader;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.lexicon.Name;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.text.Sentence;
import java.util.List;
import java.util.Optional;

/** Finds the states and organisations of a sentence, and notes whom it brings into the article. */
final class ActorStage {
    private final Lexicon lexicon;
    private final NounReader nouns;

    ActorStage(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.nouns = new NounReader(lexicon.nouns());
    }

    Reading apply(UnreadSentence.Tree parsed) {
        UnreadSentence unread = parsed.of();
        ArticleMemory memory = unread.memory();
        Discourse discourse = memory.discourse();
        Sentence sentence = unread.sentence();
        ParsedSentence tree = parsed.tree();
        NameMentions names = NameMentions.find(
                tree, lexicon.names(), lexicon.nouns(), memory.timeline().published(), discourse.surnames());
        ActorFinder actors = new ActorFinder(tree, names, nouns, discourse);
        discourse.startSentence(unread.index());
        memory.counterparts().nextSentence();
        home(memory.body(), sentence).ifPresent(discourse::writtenIn);
        new Introductions(tree, names, nouns, actors, discourse).remember();
        StanceReader stances = new StanceReader(tree, lexicon.stances(), memory.quotations());
        return new Reading(memory, sentence, tree, names, actors, stances, List.of(), List.of());
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
