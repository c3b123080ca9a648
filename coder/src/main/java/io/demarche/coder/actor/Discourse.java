package io.demarche.coder.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who was spoken of so far in one article: what "it", "he" and "the ministry" can point back to, and the names that the
 * article introduced. Belongs to one article and one thread.
 */
public final class Discourse {
    /** How many sentences back a pronoun or a definite phrase may point. */
    private static final int REACH = 3;

    private final List<Mention> mentions = new ArrayList<>();
    private final Map<String, Party> learned = new HashMap<>();
    private int sentence;

    /**
     * Somebody spoken of.
     *
     * @param party who
     * @param noun the head noun's lemma: "ministry"
     * @param person whether a person
     * @param plural whether several
     * @param subject whether as the subject of a clause
     * @param sentence in which sentence
     * @param token at which token
     */
    record Mention(
            Party party, String noun, boolean person, boolean plural, boolean subject, int sentence, int token) {}

    /** Starts the next sentence. */
    public void nextSentence() {
        sentence++;
    }

    void add(Party party, String noun, boolean person, boolean plural, boolean subject) {
        mentions.add(new Mention(party, noun, person, plural, subject, sentence, party.token()));
    }

    /** Learns that a surname stands for somebody of that state. */
    void learn(String surname, Party party) {
        learned.putIfAbsent(surname, party);
    }

    @Nullable
    Party learned(String surname) {
        return learned.get(surname);
    }

    /**
     * The likeliest antecedent of a phrase at {@code token} of this sentence: in the nearest sentence that has one, its first
     * subject, or in this sentence its last; otherwise the last mention.
     */
    Optional<Party> antecedent(int token, Predicate<Mention> fits) {
        Mention best = null;
        for (int i = mentions.size() - 1; i >= 0; i--) {
            Mention mention = mentions.get(i);
            if (best != null && mention.sentence() < best.sentence() || mention.sentence() < sentence - REACH) {
                break;
            }
            boolean before = mention.sentence() < sentence || mention.token() < token;
            if (before && fits.test(mention)) {
                best = better(best, mention);
            }
        }
        return Optional.ofNullable(best).map(Mention::party);
    }

    private Mention better(@Nullable Mention best, Mention earlier) {
        if (best == null) {
            return earlier;
        }
        if (earlier.sentence() == sentence) {
            return best.subject() || !earlier.subject() ? best : earlier;
        }
        return earlier.subject() ? earlier : best;
    }

    /** The last state named in this sentence before the token other than as a subject: "the country" after "ties with Chad". */
    Optional<Party> lastObject(int token) {
        for (int i = mentions.size() - 1; i >= 0 && mentions.get(i).sentence() == sentence; i--) {
            Mention mention = mentions.get(i);
            if (mention.token() < token && !mention.person() && !mention.subject()) {
                return Optional.of(mention.party());
            }
        }
        return Optional.empty();
    }
}
