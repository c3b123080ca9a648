package io.demarche.coder.parse;

/** The names of arcs that rules ask for, as CLEAR names them; the parser knows a few more. */
public final class Label {
    /** A clause that says more of a noun. */
    public static final String ACL = "acl";

    /** An adjective that completes a verb. */
    public static final String ACOMP = "acomp";

    /** A clause of circumstance. */
    public static final String ADVCL = "advcl";

    /** An adverb. */
    public static final String ADVMOD = "advmod";

    /** "by" of a passive. */
    public static final String AGENT = "agent";

    /** Another name of the same. */
    public static final String APPOS = "appos";

    /** What somebody is said to be. */
    public static final String ATTR = "attr";

    /** An auxiliary, "to" among them. */
    public static final String AUX = "aux";

    /** The auxiliary of a passive. */
    public static final String AUXPASS = "auxpass";

    /** The ending of a possessive. */
    public static final String CASE = "case";

    /** "and", "or", "but". */
    public static final String CC = "cc";

    /** A clause that is said, thought or wanted. */
    public static final String CCOMP = "ccomp";

    /** A noun before a noun. */
    public static final String COMPOUND = "compound";

    /** What is joined to its head by "and" or the like. */
    public static final String CONJ = "conj";

    /** A clause as subject. */
    public static final String CSUBJ = "csubj";

    /** Who receives. */
    public static final String DATIVE = "dative";

    /** An arc of which nothing is known. */
    public static final String DEP = "dep";

    /** An article, "this", "both". */
    public static final String DET = "det";

    /** A direct object. */
    public static final String DOBJ = "dobj";

    /** What opens a clause: "that", "if", "after". */
    public static final String MARK = "mark";

    /** What belongs to no sentence: a dateline. */
    public static final String META = "meta";

    /** "not". */
    public static final String NEG = "neg";

    /** An adjective or a name before a noun. */
    public static final String NMOD = "nmod";

    /** A noun as adverb: "Friday". */
    public static final String NPADVMOD = "npadvmod";

    /** A subject. */
    public static final String NSUBJ = "nsubj";

    /** The subject of a passive. */
    public static final String NSUBJPASS = "nsubjpass";

    /** What an object is made or called. */
    public static final String OPRD = "oprd";

    /** A sentence within a sentence. */
    public static final String PARATAXIS = "parataxis";

    /** A clause behind a preposition. */
    public static final String PCOMP = "pcomp";

    /** A noun behind a preposition. */
    public static final String POBJ = "pobj";

    /** An owner. */
    public static final String POSS = "poss";

    /** "both", "neither" before what is joined. */
    public static final String PRECONJ = "preconj";

    /** A preposition. */
    public static final String PREP = "prep";

    /** The particle of a verb: "called in". */
    public static final String PRT = "prt";

    /** A mark of punctuation. */
    public static final String PUNCT = "punct";

    /** A word before a number. */
    public static final String QMOD = "qmod";

    /** A relative clause. */
    public static final String RELCL = "relcl";

    /** What hangs from nothing. */
    public static final String ROOT = "root";

    /** A clause whose subject is another's: "wants to go". */
    public static final String XCOMP = "xcomp";

    private Label() {}
}
