package io.demarche.coder.lexicon;

import io.demarche.coder.text.PhraseMatcher;
import io.demarche.schemas.ContentId;
import java.util.List;

/**
 * All the coder knows of the world and of words. Immutable.
 *
 * @param version changes with any of the resources
 * @param names states, seats, leaders, organisations
 * @param nouns what common nouns mean
 * @param acts which words report which acts
 * @param triggerForms the written forms of those words
 * @param stances what governing words make of an act
 * @param shifts how an act's code changes with the stance
 * @param cameo event types of codes
 * @param cues reciprocity, reasons, and what is no state
 * @param factors what makes an act surer or less sure
 */
public record Lexicon(
        String version,
        PhraseMatcher<Name> names,
        NounClasses nouns,
        Acts acts,
        TriggerForms triggerForms,
        Stances stances,
        CodeShifts shifts,
        Cameo cameo,
        Cues cues,
        Factors factors) {
    private static final int VERSION_DIGITS = 8;
    /** All that is in the folder, whoever reads it: each changes what is coded. */
    static final List<String> RESOURCES = List.of(
            "states.tsv",
            "organisations.tsv",
            "leaders.tsv",
            "nouns.tsv",
            "word-classes.tsv",
            "act-classes.tsv",
            "filters.tsv",
            "repairs.tsv",
            "acts.tsv",
            "stances.tsv",
            "shifts.tsv",
            "types.tsv",
            "cues.tsv",
            "confidence.tsv",
            "places.tsv",
            "shared-places.tsv",
            "abbreviations.tsv",
            "irregular-forms.tsv",
            "verbs.tsv");

    /**
     * Loads the bundled resources.
     *
     * @throws io.demarche.schemas.DemarcheException naming file and line, where one is not as it must be
     */
    public static Lexicon load() {
        Cameo cameo = Cameo.load();
        NounClasses nouns = NounClasses.load();
        WordClasses.bundled();
        ActClass.load(cameo);
        Acts acts = Acts.load(cameo, nouns);
        return new Lexicon(
                fingerprint(),
                Names.load(),
                nouns,
                acts,
                TriggerForms.load(acts),
                Stances.load(),
                CodeShifts.load(cameo),
                cameo,
                Cues.load(),
                Factors.load());
    }

    /**
     * This lexicon with other acts, so that a change of {@code acts.tsv} can be tried before it is made. Has a version of its
     * own.
     *
     * @param actsTsv the text of the whole file
     * @throws io.demarche.schemas.DemarcheException naming file and line, where it is not as it must be
     */
    public Lexicon withActs(String actsTsv) {
        Acts other = Acts.parse(actsTsv, cameo, nouns);
        return new Lexicon(
                ContentId.of(version, actsTsv).substring(0, VERSION_DIGITS),
                names,
                nouns,
                other,
                TriggerForms.load(other),
                stances,
                shifts,
                cameo,
                cues,
                factors);
    }

    private static String fingerprint() {
        String[] texts = RESOURCES.stream().map(Table::text).toArray(String[]::new);
        return ContentId.of(texts).substring(0, VERSION_DIGITS);
    }
}
