package io.demarche.coder.parse;

/** The parts of speech that rules ask for, as the Penn Treebank names them, and beginnings of such names. */
public final class Tag {
    /** "and", "or". */
    public static final String CC = "CC";

    /** A number. */
    public static final String CD = "CD";

    /** An article, "this". */
    public static final String DT = "DT";

    /** A preposition, or "that". */
    public static final String IN = "IN";

    /** An adjective; all of them begin so. */
    public static final String JJ = "JJ";

    /** "larger". */
    public static final String JJR = "JJR";

    /** "largest". */
    public static final String JJS = "JJS";

    /** "will", "may". */
    public static final String MD = "MD";

    /** A noun in the singular; all nouns begin so. */
    public static final String NN = "NN";

    /** A name; all names begin so. */
    public static final String NNP = "NNP";

    /** A name in the plural. */
    public static final String NNPS = "NNPS";

    /** A noun in the plural. */
    public static final String NNS = "NNS";

    /** "all" before an article. */
    public static final String PDT = "PDT";

    /** "it"; all personal pronouns begin so. */
    public static final String PRP = "PRP";

    /** "its". */
    public static final String PRP_POSSESSIVE = "PRP$";

    /** An adverb; all of them begin so. */
    public static final String RB = "RB";

    /** "sooner". */
    public static final String RBR = "RBR";

    /** "soonest". */
    public static final String RBS = "RBS";

    /** "to". */
    public static final String TO = "TO";

    /** An infinitive; all verbs begin so. */
    public static final String VB = "VB";

    /** "expelled", the past. */
    public static final String VBD = "VBD";

    /** "expelling". */
    public static final String VBG = "VBG";

    /** "expelled", the participle. */
    public static final String VBN = "VBN";

    /** "expel", the present. */
    public static final String VBP = "VBP";

    /** "expels". */
    public static final String VBZ = "VBZ";

    /** So begin "who", "which", "whose" and "where". */
    public static final String W = "W";

    private Tag() {}
}
