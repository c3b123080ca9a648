package io.demarche.coder.lexicon;

/** Why a candidate is no act. Each reason has a text for people; {@code {}} in it stands for the word at fault. */
public enum DropReason {
    /** "did not expel". */
    NEGATED("negated"),
    /** The negation stands at a word above: "did not decide to expel". */
    NEGATED_ABOVE("negated at '{}'"),
    /** An obligation that is negated or hangs on a condition: "need not leave". */
    OBLIGATION_NOT_SAID("negated or conditional"),
    CONDITIONAL("conditional"),
    /** "could expel". */
    POSSIBLE("mere possibility"),
    RUMOUR("left open, a rumour"),
    /** "once they comply". */
    AWAITED("awaited, not done"),
    /** "without expelling". */
    WITHOUT("said not to happen ('{}')"),
    /** An adjective leaves it open: "an alleged attack". */
    DOUBTED_BEFORE("left open before '{}'"),
    /** A word above leaves it open: "considers expelling". */
    DOUBTED("left open ('{}')"),
    /** "had planned to visit". */
    PLAN_GIVEN_UP("once intended, not done ('{}')"),
    /** "urged Oslo to expel". */
    CALLED_FOR("called for, not done ('{}')"),
    ALLEGED("inside an allegation ('{}')"),
    DENIED("denied ('{}')"),
    /** "praised the plan to expel". */
    JUDGED("spoken of, not done ('{}')"),
    /** "failed to expel". */
    ENDED("said to end or not to happen ('{}')"),
    /** The purpose of something that was not done. */
    SERVES_UNDONE("serves what is not done ('{}')"),
    QUESTION("a question"),
    /** A sentence about sport, business or the arts. */
    NOT_OF_STATES("the sentence is about sport, business or the arts"),
    TRADE_FIGURE("a figure of trade"),
    /** "Kenya's war has hurt trade": something else is told. */
    PRESUPPOSED("taken for granted, while something else is told"),
    PURPOSE("a purpose, not done"),
    /** "refused to cut aid" is no unfriendly refusal. */
    HARM_REFUSED("turns down what would harm"),
    /** "must leave", where nobody is found who says so. */
    OBLIGATION("said to be due, not done"),
    /** What is intended or refused has no code of its own. */
    NO_CODE("not done, and no act of its own ({})"),
    NO_SOURCE("nobody found who acts"),
    NO_TARGET("nobody found toward whom"),
    IN_PASSING("spoken of in passing"),
    PLACE("a place, which does not act"),
    PRIVATE("private persons, who do not act for a state"),
    PRESS("talk with the press"),
    /** Misdeeds that "many Finns" speak of. */
    SAID_BY_SOME("what some people say"),
    SAME_SIDES("source and target are the same"),
    /** Quoted words of one side about what the other does. */
    WORDS_OF_ANOTHER("another side's words about the source"),
    /** "rejected France's decision to leave": the rejection is the act. */
    ACT_OF_ANOTHER("another side's act, which is turned down or awaited"),
    /** "agreed to sign": the signing is the act. */
    SAID_BY_WHAT_FOLLOWS("said by what follows"),
    /** "suspended the talks": the suspension is the act. */
    PART_OF_ANOTHER("part of another act"),
    TOO_LITTLE_EVIDENCE("too little evidence ({})"),
    /** Done by a former office holder at a time that is not said. */
    OUT_OF_OFFICE("done by somebody no longer in office, and when is not said"),
    /** A day after publication, of what cannot be announced. */
    STILL_TO_COME("still to come, and no act until then");

    private static final String DETAIL = "{}";

    private final String text;

    DropReason(String text) {
        this.text = text;
    }

    /** A drop for this reason. */
    public Drop drop() {
        return new Drop(this, "");
    }

    /** A drop for this reason, with the word at fault. */
    public Drop at(String detail) {
        return new Drop(this, detail);
    }

    String text(String detail) {
        return text.replace(DETAIL, detail);
    }
}
