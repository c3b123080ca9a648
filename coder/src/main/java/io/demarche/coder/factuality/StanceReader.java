package io.demarche.coder.factuality;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isVerb;
import static io.demarche.coder.clause.Words.lemma;
import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.RelativeSlips;
import io.demarche.coder.lexicon.Drop;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.lexicon.Stances;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.ParsedSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads off the tree what governs an act, from the act's own auxiliaries up to the root of the sentence. */
public final class StanceReader {
    private static final int DEEPEST = 14;
    private static final Set<String> POSSIBLE = WordClasses.set("possibility-auxiliaries");
    private static final Set<String> MUST = WordClasses.set("obligation-auxiliaries");
    private static final Set<String> WITHOUT = WordClasses.set("without-prepositions");

    private final ParsedSentence s;
    private final Governors governors;
    private final Quotations quotations;
    private final Negations negations;
    private final Auxiliaries auxiliaries;
    private final Qualifiers qualifiers;
    private final Prospects prospects;

    public StanceReader(ParsedSentence s, Stances stances, Quotations quotations) {
        this.s = s;
        this.governors = new Governors(s, stances);
        this.quotations = quotations;
        this.negations = new Negations(s);
        this.auxiliaries = new Auxiliaries(s);
        this.qualifiers = new Qualifiers(s, stances);
        this.prospects = new Prospects(s, governors);
    }

    /** What stands around the act at the token. */
    public Factuality read(int token) {
        Reading reading = new Reading(token);
        reading.climb();
        return new Factuality(
                List.copyOf(reading.steps),
                List.copyOf(reading.shifts),
                reading.obligation,
                reading.decided,
                reading.background,
                reading.purpose,
                quotations.isQuoted(s.begin(token)),
                reading.dropped);
    }

    /** The stance that the word at the token takes toward what it governs, with its particle ("rule out"). */
    public Optional<Stance> stance(int token) {
        return governors.stance(token);
    }

    /** Whether the token stands between quotation marks. */
    public boolean isQuoted(int token) {
        return quotations.isQuoted(s.begin(token));
    }

    /** The climb from one act to the root. */
    private final class Reading {
        private final int act;
        private final List<Step> steps = new ArrayList<>();
        private final List<Stance> shifts = new ArrayList<>();
        private @Nullable Stance obligation;
        private boolean decided;
        private boolean background;
        private boolean purpose;
        private @Nullable Drop dropped;

        Reading(int act) {
            this.act = act;
        }

        private void drop(Drop drop) {
            if (dropped == null) {
                dropped = drop;
            }
        }

        void climb() {
            int node = act;
            if (s.tag(act).equals("MD") && s.head(act) >= 0) {
                node = s.head(act);
                if (negations.isNegated(node) || auxiliaries.isConditional(node)) {
                    drop(DropReason.OBLIGATION_NOT_SAID.drop());
                }
            } else {
                ownWords(node, true);
                expect(isVerb(s, node) && prospects.isWhenItComes(node));
                if (isNoun(s, act)) {
                    qualify(qualifiers.ofNoun(act), act);
                }
            }
            for (int depth = 0; depth < DEEPEST; depth++) {
                int head = s.head(node);
                if (head < 0) {
                    return;
                }
                if (negations.isSharedWith(node)) {
                    drop(DropReason.NEGATED.drop());
                }
                if (governors.isRumoured(node)) {
                    drop(DropReason.RUMOUR.drop());
                }
                String label = s.label(node);
                if (label.equals("compound") || RelativeSlips.isRelative(s, node, head)) {
                    node = head;
                    continue;
                }
                if (label.equals("conj")) {
                    sharedWords(node, head);
                } else if (label.equals("advcl") || label.equals("relcl") && !governors.isContent(node)) {
                    if (auxiliaries.isInfinitive(node)) {
                        purpose = true;
                        governors.missed(head).ifPresent(this::drop);
                        int verb = isVerb(s, head) ? head : governors.verbAbove(node);
                        expect(verb >= 0 && auxiliaries.hasAuxiliary(verb, Auxiliaries.FUTURE));
                        if (isNoun(s, head) && negations.isNegated(head)) {
                            drop(DropReason.NEGATED_ABOVE.at(s.form(head))); // "no reason to doubt"
                        }
                    } else if (auxiliaries.isAwaited(node)) {
                        drop(DropReason.AWAITED.drop());
                    } else {
                        expect(prospects.isWhenItComes(node));
                    }
                    speechAbove(head);
                    return;
                } else if (governors.isReported(node, head)) {
                    steps.add(new Step(stance(head).orElseThrow(), head));
                    apply(stance(head).orElseThrow(), head, node);
                    ownWords(head, false);
                } else if (label.startsWith("nsubj")
                        || label.equals("csubj")
                        || label.equals("parataxis")
                        || label.equals("meta")) {
                    background |= isNoun(s, node);
                    if (auxiliaries.isConditional(head)) {
                        drop(DropReason.CONDITIONAL.drop());
                    }
                    expect(prospects.isSaidToBeAhead(node, head));
                    return;
                } else if (!step(node, head, label)) {
                    return;
                }
                node = head;
            }
        }

        /** What is still to come, though its own words do not say so. */
        private void expect(boolean ahead) {
            if (ahead && shifts.isEmpty()) {
                shifts.add(Stance.INTEND);
            }
        }

        /** Whoever reports the whole sentence reports its side clauses as well. */
        private void speechAbove(int from) {
            int node = from;
            for (int depth = 0; depth < DEEPEST && s.head(node) >= 0; depth++) {
                int head = s.head(node);
                if (s.label(node).equals("ccomp") && stance(head).orElse(Stance.SAY) == Stance.SAY) {
                    steps.add(new Step(Stance.SAY, head));
                }
                if (isVerb(s, node) && auxiliaries.isConditional(node)) {
                    drop(DropReason.CONDITIONAL.drop());
                }
                node = head;
            }
        }

        /** What stands above an act told in passing, without its bearing on the act. */
        private void verbsAbove(int from) {
            int node = from;
            for (int depth = 0; depth < DEEPEST && s.head(node) >= 0; depth++) {
                int head = s.head(node);
                if (isVerb(s, head)) {
                    boolean said = s.label(node).equals("ccomp") && stance(head).orElse(Stance.SAY) == Stance.SAY;
                    steps.add(new Step(said ? Stance.SAY : Stance.DO, head));
                }
                node = head;
            }
        }

        /** Negation, auxiliaries and conjunctions of the act itself or of a word above it. */
        private void ownWords(int token, boolean own) {
            if (auxiliaries.isConditional(token) || own && auxiliaries.dependsOnCondition(token)) {
                drop(DropReason.CONDITIONAL.drop());
            }
            boolean future = isVerb(s, token) && auxiliaries.hasAuxiliary(token, Auxiliaries.FUTURE);
            boolean negated = negations.isNegated(token) || negations.isOfNobody(token);
            if (own) {
                if (negated) {
                    if (future || shallNot(token)) {
                        shifts.add(Stance.REFUSE);
                    } else {
                        drop(DropReason.NEGATED.drop());
                    }
                } else if (future) {
                    shifts.add(Stance.INTEND);
                }
                if (isVerb(s, token) && (auxiliaries.hasAuxiliary(token, POSSIBLE) || auxiliaries.isGuessed(token))) {
                    drop(DropReason.POSSIBLE.drop());
                }
                if (isVerb(s, token) && auxiliaries.hasAuxiliary(token, MUST)) {
                    obligation = Stance.DEMAND;
                } else if (isVerb(s, token) && auxiliaries.hasAuxiliary(token, Set.of("should"))) {
                    obligation = Stance.APPEAL;
                }
            } else if (auxiliaries.hasAuxiliary(token, POSSIBLE)
                    && steps.get(steps.size() - 1).stance() != Stance.SAY) {
                drop(DropReason.POSSIBLE.drop());
            } else if (isVerb(s, token) && auxiliaries.hasAuxiliary(token, MUST) && obligation == null) {
                obligation = Stance.DEMAND;
                shifts.clear();
            } else if (future
                    && shifts.isEmpty()
                    && !steps.isEmpty()
                    && !governors.isSaidBySayingSo(act, token)
                    && steps.get(steps.size() - 1).stance() != Stance.SAY) {
                shifts.add(Stance.INTEND);
            }
        }

        private boolean shallNot(int token) {
            return s.label(token).equals("xcomp") && auxiliaries.isInfinitive(token);
        }

        /** "will meet and sign": the second verb shares the auxiliaries of the first. */
        private void sharedWords(int node, int head) {
            boolean own = s.hasChild(node, "aux") || s.hasChild(node, "nsubj") || s.hasChild(node, "nsubjpass");
            if (!own && isVerb(s, head) && isVerb(s, node)) {
                if (auxiliaries.hasAuxiliary(head, Auxiliaries.FUTURE)
                        && shifts.isEmpty()
                        && !s.tag(node).equals("VBD")) {
                    shifts.add(negations.isNegated(head) ? Stance.REFUSE : Stance.INTEND);
                }
                if (auxiliaries.hasAuxiliary(head, MUST) && obligation == null) {
                    obligation = Stance.DEMAND;
                } else if (auxiliaries.hasAuxiliary(head, Set.of("should")) && obligation == null) {
                    obligation = Stance.APPEAL;
                }
            }
            if (auxiliaries.isConditional(head)) {
                drop(DropReason.CONDITIONAL.drop());
            }
        }

        private boolean step(int node, int head, String label) {
            if (Clauses.isPreposition(s, head) || s.label(head).equals("pcomp") && !isVerb(s, head)) {
                if (governors.isInPassing(head) && isNoun(s, node)) {
                    background = true;
                    verbsAbove(head);
                    return false;
                }
                if (WITHOUT.contains(lower(s, head)) && !label.equals("pobj")) {
                    drop(DropReason.WITHOUT.at(lower(s, head)));
                }
                return true;
            }
            Stance stance = stance(head).orElse(null);
            if (isNoun(s, node)
                    && (stance == null
                            || stance == Stance.SAY
                                    && !label.equals("dobj")
                                    && !label.equals("pobj")
                                    && !label.equals("prep"))
                    && isVerb(s, head)) {
                background = true;
            }
            if (stance == null) {
                stance = switch (label) {
                    case "ccomp" -> Stance.SAY;
                    case "acl" -> auxiliaries.isInfinitive(node) ? Stance.INTEND : Stance.DO;
                    default -> Stance.DO;
                };
                if (!isVerb(s, head) && !label.equals("acl")) {
                    if (negations.isNegated(head)) {
                        drop(DropReason.NEGATED_ABOVE.at(s.form(head)));
                    }
                    return isNoun(s, head) || s.tag(head).startsWith("JJ");
                }
            }
            if (label.equals("ccomp") || label.equals("csubj") || label.equals("xcomp")) {
                qualify(qualifiers.ofClause(head), head);
            }
            stance = special(node, head, stance);
            steps.add(new Step(stance, head));
            apply(stance, head, node);
            ownWords(head, false);
            return true;
        }

        /** "threatened that it would": what is held out twice is held out once, as the outer word has it. */
        private void intend(Stance stance) {
            int last = shifts.size() - 1;
            if (last >= 0 && shifts.get(last) == Stance.INTEND && stance != Stance.REFUSE) {
                shifts.set(last, stance);
            } else {
                shifts.add(stance);
            }
        }

        private void qualify(Optional<Stance> qualifier, int word) {
            qualifier.ifPresent(stance -> {
                if (Qualifiers.LEAVE_OPEN.contains(stance)) {
                    drop(DropReason.DOUBTED_BEFORE.at(s.form(word)));
                } else {
                    shifts.add(stance);
                }
            });
        }

        /** "is to visit", "going to", "has to". */
        private Stance special(int node, int head, Stance stance) {
            String word = lemma(s, head);
            boolean infinitive = isVerb(s, node) && auxiliaries.isInfinitive(node);
            if (infinitive && stance == Stance.INTEND && governors.isSaidBySayingSo(node, head)) {
                return Stance.DO;
            }
            if (infinitive
                    && (word.equals("be") || word.equals("go") && s.tag(head).equals("VBG"))) {
                return Stance.INTEND;
            }
            if (infinitive && (word.equals("have") || word.equals("need"))) {
                obligation = obligation == null ? Stance.DEMAND : obligation;
                return Stance.DO;
            }
            if (stance == Stance.SAY && s.label(node).equals("agent")) {
                return Stance.DO; // "was explained by", "was followed by": nobody speaks
            }
            if ((stance == Stance.SAY || s.label(node).equals("ccomp")) && governors.isTold(head)) {
                return Stance.DOUBT;
            }
            if (stance == Stance.THREATEN && s.tag(node).startsWith("JJ")) {
                return Stance.SAY; // "considers it obvious that"
            }
            boolean willed = stance == Stance.DECIDE || stance == Stance.INTEND;
            if (infinitive && willed && governors.isOrderToAnother(node, head)) {
                return Stance.DEMAND;
            }
            return stance;
        }

        private void apply(Stance stance, int word, int node) {
            boolean negated = negations.isNegated(word) || isVerb(s, word) && negations.isOfNobody(word);
            switch (stance) {
                case SAY, DO, DECIDE -> {
                    decided |= stance == Stance.DECIDE;
                    if (negated) {
                        drop(DropReason.NEGATED_ABOVE.at(s.form(word)));
                    }
                }
                case INTEND -> {
                    if (governors.isGivenUp(word)) {
                        drop(DropReason.PLAN_GIVEN_UP.at(s.form(word)));
                    }
                    intend(negated ? Stance.REFUSE : Stance.INTEND);
                }
                case THREATEN -> {
                    if (negated) {
                        drop(DropReason.NEGATED_ABOVE.at(s.form(word)));
                    }
                    intend(Stance.THREATEN);
                }
                case REFUSE -> {
                    if (steps.size() > 1 && steps.get(steps.size() - 2).stance() == Stance.SAY && !negated) {
                        drop(DropReason.DOUBTED.at(s.form(word))); // "declined to confirm that"
                    }
                    shifts.add(negated ? Stance.INTEND : Stance.REFUSE);
                }
                case DEMAND, APPEAL -> drop(DropReason.CALLED_FOR.at(s.form(word)));
                case ALLEGE -> drop(DropReason.ALLEGED.at(s.form(word)));
                case DENY -> drop(DropReason.DENIED.at(s.form(word)));
                case JUDGE -> {
                    if (isNoun(s, node)
                            || !isVerb(s, node)
                            || s.tag(node).equals("VBG")
                            || s.label(node).equals("ccomp")
                            || s.label(node).equals("acl")) {
                        drop(DropReason.JUDGED.at(s.form(word)));
                    }
                }
                case DOUBT -> drop(DropReason.DOUBTED.at(s.form(word)));
                case END -> drop(DropReason.ENDED.at(s.form(word)));
            }
        }
    }
}
