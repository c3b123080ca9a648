package io.demarche.coder.parse;

import java.util.Map;

/**
 * What features ask of a word as it is written, whatever stands around it: see {@link WordForm}.
 *
 * @param word the number of its normal form
 * @param cluster the path of its Brown cluster; 0 where it has none
 * @param suffix1 its last character
 * @param suffix2 its last two
 * @param suffix3 its last three
 * @param suffix4 its last four
 * @param prefix2 its first two
 * @param prefix3 its first three
 * @param shape its shape inside a sentence
 */
record FormFacts(
        int word,
        int cluster,
        int suffix1,
        int suffix2,
        int suffix3,
        int suffix4,
        int prefix2,
        int prefix3,
        int shape) {

    static FormFacts of(String form, Map<String, Integer> clusters) {
        String normal = WordForm.normal(form);
        return new FormFacts(
                WordForm.word(normal),
                clusters.getOrDefault(normal, 0),
                WordForm.suffix(form, 1),
                WordForm.suffix(form, 2),
                WordForm.suffix(form, 3),
                WordForm.suffix(form, 4),
                WordForm.prefix(form, 2),
                WordForm.prefix(form, 3),
                WordForm.shape(form));
    }
}
