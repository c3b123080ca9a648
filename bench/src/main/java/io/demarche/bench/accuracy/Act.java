package io.demarche.bench.accuracy;

import io.demarche.avro.EventMention;
import io.demarche.bench.corpus.LabelTypes;
import io.demarche.bench.corpus.LabelledAct;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An act between two states, labelled or coded, as far as it is compared.
 *
 * @param source who acts
 * @param target toward whom
 * @param type event type, with one name for types that count as the same
 * @param root CAMEO root; 18 stands for 19 and 20, too
 * @param date day, month or year; null where none is told
 * @param count how many were concerned
 * @param modality done, announced or threatened
 * @param doubtful two careful readers might differ: neither a miss nor an error
 * @param confidence how sure the coder is; 1 for a label
 * @param constructions how the act is told; none for a coded one
 * @param quote the words that say so
 */
record Act(
        String source,
        String target,
        String type,
        String root,
        @Nullable String date,
        @Nullable Integer count,
        String modality,
        boolean doubtful,
        double confidence,
        List<String> constructions,
        String quote) {
    private static final Set<String> ORGANISATIONS = Set.of("IGO", "NGO", "IMG");
    /** States of the past that the coder knows by their successors. */
    private static final Map<String, String> SUCCESSORS = Map.of("DDR", "DEU");

    static Act of(LabelledAct label, boolean dated, LabelTypes types) {
        return new Act(
                successor(label.source()),
                successor(label.target()),
                types.kind(label.type()),
                types.root(label.type()),
                dated || "STATED".equals(label.dateBasis()) ? label.date() : null,
                label.count(),
                label.modality(),
                label.doubtful(),
                1,
                label.constructions(),
                label.quote());
    }

    static Act of(EventMention mention, LabelTypes types) {
        return new Act(
                mention.getSource().getCountry(),
                mention.getTarget().getCountry(),
                types.kind(mention.getEventType().name()),
                root(mention.getCameoCode()),
                mention.getEventDate().toString(),
                mention.getCount(),
                mention.getModality().name(),
                false,
                mention.getConfidence(),
                List.of(),
                mention.getQuote());
    }

    static String root(String cameo) {
        String root = cameo.substring(0, Math.min(2, cameo.length()));
        return root.equals("19") || root.equals("20") ? "18" : root;
    }

    /** The same act, told for certain. */
    Act undoubted() {
        return new Act(source, target, type, root, date, count, modality, false, confidence, constructions, quote);
    }

    /** Whether both sides are states, and two. */
    boolean betweenStates() {
        return state(source) && state(target) && !source.equals(target);
    }

    String pair() {
        return source + '>' + target;
    }

    String pairRoot() {
        return pair() + ' ' + root;
    }

    /** With CAMEO's quad class: words and deeds of cooperation, words and deeds of conflict. */
    String pairQuad() {
        int number = Integer.parseInt(root);
        return pair() + ' ' + (number <= 5 ? 1 : number <= 8 ? 2 : number <= 13 ? 3 : 4);
    }

    String pairType() {
        return pair() + ' ' + type;
    }

    /** The same act with the sides exchanged. */
    String reversedPairType() {
        return target + '>' + source + ' ' + type;
    }

    private static String successor(String code) {
        return SUCCESSORS.getOrDefault(code, code);
    }

    private static boolean state(String code) {
        return code.length() == 3 && !ORGANISATIONS.contains(code);
    }
}
