package io.demarche.coder.evidence;

import io.demarche.coder.actor.NameMention;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.actor.Party;
import io.demarche.coder.candidate.Reading;
import io.demarche.coder.clause.Words;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is spoken of in one sentence, from left to right. */
public final class SentenceCast {
    private static final int HIGHEST = 4;

    private final List<CastMention> mentions;
    private final Set<String> codes = new LinkedHashSet<>();

    SentenceCast(List<CastMention> mentions) {
        this.mentions = mentions;
        mentions.forEach(each -> codes.add(each.code()));
    }

    /** Reads it off the names of the sentence, and off the nouns and pronouns that point back. */
    static SentenceCast of(Reading reading, NounReader nouns) {
        ParsedSentence s = reading.tree();
        Map<String, CastMention> found = new LinkedHashMap<>();
        for (NameMention name : reading.names().all()) {
            int phrase = phrase(s, name.head());
            String form = name.name().kind().name();
            String role = name.name().role();
            if (phrase != name.head()) {
                String office = nouns.role(s, phrase);
                role = office.isEmpty() ? role : office;
                form = form + '+' + s.label(name.head());
            }
            put(found, name.name().code(), phrase, name.begin(), form, role, s.text(name.begin(), name.end()));
        }
        for (int i = 0; i < s.size(); i++) {
            boolean pronoun = Words.isPronoun(s, i);
            if ((pronoun || Words.isNoun(s, i)) && reading.names().at(i) == null) {
                for (Party party : reading.actors().findAlone(i)) {
                    String form = pronoun ? "PRON" : party.basis().name();
                    put(found, party.code(), i, i, form, party.role(), party.name());
                }
            }
        }
        List<CastMention> all = new ArrayList<>(found.values());
        all.sort(Comparator.comparingInt(CastMention::begin));
        return new SentenceCast(List.copyOf(all));
    }

    private static void put(
            Map<String, CastMention> found, String code, int token, int begin, String form, String role, String text) {
        found.putIfAbsent(code + '@' + token, new CastMention(code, token, begin, form, role, text));
    }

    /** The head of the phrase that the name modifies: "embassy" for "Chilean" of "the Chilean embassy". */
    private static int phrase(ParsedSentence s, int head) {
        int phrase = head;
        for (int i = 0; i < HIGHEST && s.head(phrase) >= 0; i++) {
            switch (s.label(phrase)) {
                case Label.NMOD, Label.COMPOUND, Label.POSS -> phrase = s.head(phrase);
                default -> {
                    return phrase;
                }
            }
        }
        return phrase;
    }

    List<CastMention> mentions() {
        return mentions;
    }

    /** Who, each once. */
    Set<String> codes() {
        return codes;
    }

    boolean has(String code) {
        return codes.contains(code);
    }

    int times(String code) {
        int times = 0;
        for (CastMention mention : mentions) {
            times += mention.code().equals(code) ? 1 : 0;
        }
        return times;
    }

    /** The mention of this party that is nearest in the tree; null where the sentence does not speak of it. */
    @Nullable
    CastMention nearest(String code, TreePath paths) {
        CastMention best = null;
        int least = Integer.MAX_VALUE;
        for (CastMention mention : mentions) {
            if (mention.code().equals(code)) {
                int cost = paths.cost(mention.token());
                if (cost < least) {
                    least = cost;
                    best = mention;
                }
            }
        }
        return best;
    }
}
