package io.demarche.coder;

import io.demarche.coder.actor.Discourse;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.lexicon.Name;
import io.demarche.coder.text.PhraseMatch;
import io.demarche.coder.text.Sentence;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells cheaply what cannot report an act, so that only the rest is parsed: a sentence needs a trigger word and two sides,
 * one of which at least is named in it; the other may be a pronoun or "the ministry".
 */
final class Prefilter {
    private static final Set<String> POINTING =
            Set.of("it", "its", "he", "she", "they", "him", "her", "them", "his", "their", "we", "our", "us", "i");

    private final Lexicon lexicon;

    Prefilter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether the text names two sides at all: with fewer, nobody acts toward another. */
    boolean mayReport(String body) {
        Set<String> codes = new HashSet<>();
        for (PhraseMatch<Name> match : lexicon.names().find(body)) {
            for (Name name : match.values()) {
                if (name.isActor()) {
                    codes.add(name.code());
                }
            }
            if (codes.size() > 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the sentence may report an act. Where it may not, whoever it names is noted in the discourse all the same, for
     * a later "it" may mean them.
     */
    boolean admits(String body, Sentence sentence, Discourse discourse, LocalDate day) {
        int begin = sentence.textBegin();
        int end = sentence.end();
        List<PhraseMatch<Name>> names = lexicon.names().find(body, begin, end);
        if (mayHaveTwoSides(body, begin, end, names) && lexicon.triggerForms().occurIn(body, begin, end)) {
            return true;
        }
        discourse.nextSentence();
        for (int i = 0; i < names.size(); i++) {
            PhraseMatch<Name> match = names.get(i);
            for (Name name : match.values()) {
                if (name.isActor() && !name.ambiguous() && (!name.isPerson() || name.heldOn(day))) {
                    discourse.addUnparsed(name, body.substring(match.begin(), match.end()), i == 0);
                    break;
                }
            }
        }
        return false;
    }

    private boolean mayHaveTwoSides(String body, int begin, int end, List<PhraseMatch<Name>> names) {
        Set<String> codes = new HashSet<>();
        for (PhraseMatch<Name> match : names) {
            for (Name name : match.values()) {
                if (name.isActor()) {
                    codes.add(name.code());
                }
            }
        }
        return codes.size() > 1 || codes.size() == 1 && pointsBack(body, begin, end);
    }

    /** Whether there is a pronoun, or a noun with "the" that may stand for a state or one of its bodies. */
    private boolean pointsBack(String body, int begin, int end) {
        String before = "";
        int i = begin;
        while (i < end) {
            if (!Character.isLetter(body.charAt(i))) {
                i++;
                continue;
            }
            int from = i;
            while (i < end && Character.isLetter(body.charAt(i))) {
                i++;
            }
            String word = body.substring(from, i).toLowerCase(Locale.ROOT);
            if (POINTING.contains(word)
                    || before.equals("the") && lexicon.nouns().mayAct(word)) {
                return true;
            }
            before = word;
        }
        return false;
    }
}
