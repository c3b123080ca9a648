package io.demarche.coder.parse;

import java.util.Map;
import java.util.Set;

/** British spellings to American ones. */
final class Spelling {
    /** Words in -ise that are none in -ize. */
    private static final Set<String> TRUE_ISE = Set.of(
            "advertise",
            "advise",
            "anise",
            "apprise",
            "appraise",
            "arise",
            "bruise",
            "braise",
            "chastise",
            "chemise",
            "circumcise",
            "comprise",
            "compromise",
            "concise",
            "cruise",
            "demise",
            "despise",
            "devise",
            "disguise",
            "enterprise",
            "excise",
            "exercise",
            "expertise",
            "franchise",
            "guise",
            "improvise",
            "incise",
            "likewise",
            "merchandise",
            "malaise",
            "mayonnaise",
            "noise",
            "otherwise",
            "paradise",
            "poise",
            "praise",
            "precise",
            "premise",
            "promise",
            "raise",
            "reprise",
            "revise",
            "rise",
            "supervise",
            "surmise",
            "surprise",
            "televise",
            "tortoise",
            "treatise",
            "turquoise",
            "vise",
            "wise",
            "disfranchise",
            "disenfranchise",
            "enfranchise",
            "upraise",
            "hoise",
            "liaise",
            "misadvise",
            "porpoise",
            "overpraise",
            "clockwise",
            "valise",
            "marquise",
            "counterpoise");

    private final Map<String, String> known;

    Spelling(Map<String, String> known) {
        this.known = known;
    }

    /** The American spelling of a dictionary form in lower case. */
    String american(String lemma) {
        String listed = known.get(lemma);
        if (listed != null) {
            return listed;
        }
        int length = lemma.length();
        if (length > 5) {
            if (lemma.endsWith("ise") && !TRUE_ISE.contains(lemma)) {
                return lemma.substring(0, length - 2) + "ze";
            }
            int isation = lemma.lastIndexOf("isation");
            if (isation > 1 && length - isation <= 9) {
                return lemma.substring(0, isation) + "ization" + lemma.substring(isation + 7);
            }
        }
        return lemma;
    }
}
