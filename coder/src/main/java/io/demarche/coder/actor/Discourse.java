package io.demarche.coder.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who was spoken of so far in one article: what "it", "he" and "the ministry" can point back to, and the names that the
 * article introduced. Belongs to one article and one thread.
 */
public final class Discourse {
    /** How many sentences back a pronoun or a definite phrase may point. */
    static final int REACH = 3;

    private final List<Mention> mentions = new ArrayList<>();
    private final List<Other> others = new ArrayList<>();
    private final Map<String, Party> learned = new HashMap<>();
    private final Map<String, Party> known = new HashMap<>();
    private final Prominence prominence = new Prominence();
    private int sentence;
    private List<Party> speakers = List.of();
    private @Nullable Party home;

    private final LeaderSurnames surnames;

    public Discourse(LeaderSurnames surnames) {
        this.surnames = surnames;
    }

    /** Who else bears the surnames of leaders in this article. */
    public LeaderSurnames surnames() {
        return surnames;
    }

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
     * @param group the first of the phrases that "and" joins it to; its own token where it stands alone
     */
    record Mention(
            Party party,
            String noun,
            boolean person,
            boolean plural,
            boolean subject,
            int sentence,
            int token,
            int group) {}

    /**
     * The subject of a clause that stands for no state or organisation, and yet may be what a pronoun means: a firm, an
     * aircraft, a private person.
     *
     * @param person whether it may be a person
     * @param thing whether it may be something else
     * @param plural whether several
     * @param sentence in which sentence
     * @param token at which token
     */
    record Other(boolean person, boolean thing, boolean plural, int sentence, int token) {}

    /**
     * Starts a sentence: the {@code index}th of the article, in ascending order; those left out said something, too. Forgets
     * those that nothing can point back to any more.
     */
    public void startSentence(int index) {
        sentence = index;
        prominence.startSentence();
        forget(mentions, Mention::sentence);
        forget(others, Other::sentence);
    }

    private <T> void forget(List<T> spoken, ToIntFunction<T> at) {
        int old = 0;
        while (old < spoken.size() && at.applyAsInt(spoken.get(old)) < sentence - REACH) {
            old++;
        }
        spoken.subList(0, old).clear();
    }

    void add(Party party, String noun, boolean person, boolean plural, boolean subject, int group) {
        mentions.add(new Mention(party, noun, person, plural, subject, sentence, party.token(), group));
        known.putIfAbsent(party.code(), party);
        prominence.note(party.code(), subject);
    }

    /** Notes who speaks in this sentence. */
    void spoke(List<Party> parties) {
        speakers = parties;
    }

    /** Who spoke last; empty where nobody did. */
    List<Party> speakers() {
        return speakers;
    }

    /** Notes the state in which the article was written. */
    public void writtenIn(Party state) {
        home = state;
    }

    /** The state in which the article was written, where it says so. */
    Optional<Party> home() {
        return Optional.ofNullable(home);
    }

    void addOther(boolean person, boolean thing, boolean plural, int token) {
        others.add(new Other(person, thing, plural, sentence, token));
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
        return Optional.ofNullable(best(token, fits)).map(Mention::party);
    }

    /**
     * As {@link #antecedent(int, Predicate)} for what each state has one of ("the government"): the state that the article is
     * about rather than one that it mentions in passing.
     */
    Optional<Party> owner(int token, Predicate<Mention> fits) {
        Mention best = best(token, fits);
        if (best == null || best.subject()) {
            return Optional.ofNullable(best).map(Mention::party);
        }
        return Optional.of(prominence
                .main()
                .filter(main -> prominence.outweighs(main, best.party().code()))
                .map(main -> Objects.requireNonNull(known.get(main)))
                .orElse(best.party()));
    }

    /** As {@link #antecedent(int, Predicate)}, but nobody where a subject that is no party is likelier meant. */
    Optional<Party> antecedent(int token, Predicate<Mention> fits, Predicate<Other> competes) {
        Mention best = best(token, fits);
        return best == null || isOutdone(best, token, competes) || isInPassing(best)
                ? Optional.empty()
                : Optional.of(best.party());
    }

    /** Whether a sentence before mentions a state, though not as acting, in an article about another. */
    private boolean isInPassing(Mention best) {
        return !best.subject()
                && best.sentence() < sentence
                && prominence
                        .main()
                        .filter(main -> prominence.outweighs(main, best.party().code()))
                        .isPresent();
    }

    /** As {@link #antecedent(int, Predicate, Predicate)}, with everybody to whom "and" joins it. */
    List<Party> antecedents(int token, Predicate<Mention> fits, Predicate<Other> competes) {
        Mention best = best(token, fits);
        if (best == null || isOutdone(best, token, competes)) {
            return List.of();
        }
        Map<String, Party> found = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            if (mention.sentence() == best.sentence() && mention.group() == best.group() && fits.test(mention)) {
                found.putIfAbsent(mention.party().code(), mention.party());
            }
        }
        return List.copyOf(found.values());
    }

    /** Those who fit in a sentence so many back, its subjects first, each by its code. */
    Map<String, Party> spokenOf(int back, int token, Predicate<Mention> fits) {
        return inSentence(sentence - back, token, fits);
    }

    /** Whether two were joined by "and" in the sentence so many back. */
    boolean areJoined(int back, String one, String other) {
        return mentions.stream()
                .filter(mention -> mention.sentence() == sentence - back
                        && mention.party().code().equals(one))
                .anyMatch(a -> mentions.stream()
                        .anyMatch(b -> b.sentence() == a.sentence()
                                && b.group() == a.group()
                                && b.party().code().equals(other)));
    }

    /** Whom the article is about so far. */
    Prominence prominence() {
        return prominence;
    }

    /** Somebody of whom the article has spoken, near or far; null where it never did. */
    @Nullable
    Party known(String code) {
        return known.get(code);
    }

    private Map<String, Party> inSentence(int which, int token, Predicate<Mention> fits) {
        Map<String, Party> subjects = new LinkedHashMap<>();
        Map<String, Party> others = new LinkedHashMap<>();
        for (int i = mentions.size() - 1; i >= 0 && mentions.get(i).sentence() >= which; i--) {
            Mention mention = mentions.get(i);
            if (mention.sentence() == which && (which < sentence || mention.token() < token) && fits.test(mention)) {
                (mention.subject() ? subjects : others).put(mention.party().code(), mention.party());
            }
        }
        others.forEach(subjects::putIfAbsent);
        return subjects;
    }

    private @Nullable Mention best(int token, Predicate<Mention> fits) {
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
        return best;
    }

    private boolean isOutdone(Mention best, int token, Predicate<Other> competes) {
        return others.stream()
                .anyMatch(other -> competes.test(other) && isBefore(other, token) && isLikelier(other, best));
    }

    private boolean isBefore(Other other, int token) {
        return other.sentence() < sentence || other.token() < token;
    }

    private boolean isLikelier(Other other, Mention best) {
        if (other.sentence() != best.sentence()) {
            return other.sentence() > best.sentence();
        }
        return !best.subject()
                || (best.sentence() == sentence ? other.token() > best.token() : other.token() < best.token());
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

    /** The last that fits, near or far within reach, whatever its part in the sentence. */
    Optional<Party> last(int token, Predicate<Mention> fits) {
        for (int i = mentions.size() - 1; i >= 0 && mentions.get(i).sentence() >= sentence - REACH; i--) {
            Mention mention = mentions.get(i);
            if ((mention.sentence() < sentence || mention.token() < token) && fits.test(mention)) {
                return Optional.of(mention.party());
            }
        }
        return Optional.empty();
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
