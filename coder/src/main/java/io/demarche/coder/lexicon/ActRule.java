package io.demarche.coder.lexicon;

import io.demarche.avro.EventType;
import java.util.List;

/**
 * One line of {@code acts.tsv}: which words report an act and where its parties stand. The header of the file explains the
 * fields.
 *
 * @param id name of the rule
 * @param type event type
 * @param cameo CAMEO code
 * @param subject classes of which the acting noun must be; empty: any
 * @param object classes of which the object must be; empty: any or none
 * @param with alternatives, each a list of word sequences that must all stand in the clause; empty: none needed
 * @param without alternatives like those, none of which may stand there
 * @param source places of the acting side, in order
 * @param target places of the other side, in order
 * @param mirror code seen from the other side; empty: none
 */
public record ActRule(
        String id,
        EventType type,
        String cameo,
        List<String> subject,
        List<String> object,
        List<List<List<String>>> with,
        List<List<List<String>>> without,
        List<String> source,
        List<String> target,
        String mirror) {

    /** The object that names no class of nouns but a state or an organisation itself. */
    public static final String PARTY = "party";

    /** The object of a rule that wants none. */
    public static final String NO_OBJECT = "none";

    /** The source of a rule for what is an act only as somebody's words. */
    public static final String SPEAKER = "speaker";

    /** Whether whoever is quoted with the words is the acting side. */
    public boolean isBySpeaker() {
        return source.contains(SPEAKER);
    }

    /** The object of a rule that wants one, of whatever class. */
    public static final String ANY_OBJECT = "any";

    /** Whether its acts are of the class. */
    public boolean is(ActClass actClass) {
        return actClass.has(cameo);
    }

    /** The CAMEO root: the first two digits of the code. */
    public String root() {
        return cameo.substring(0, 2);
    }

    /** Where the sides of an act stand that no rule describes. */
    public static final ActRule ANY = learned("any");

    /** A rule that asks for nothing, for a kind of act that was learned. */
    public static ActRule learned(String kind) {
        return new ActRule(
                "learned-" + kind.replace('_', '-'),
                EventType.UNKNOWN,
                "00",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("subject", "by"),
                List.of("object", "to", "against", "with", "on", "from", "of", "in", "inside"),
                "");
    }
}
