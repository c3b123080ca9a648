package io.demarche.coder.evidence;

import io.demarche.coder.act.TriggerWord;
import io.demarche.coder.act.WordTriggers;
import io.demarche.coder.clause.Words;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.factuality.Step;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.parse.ParsedSentence;

/** What speaks for and against a word's telling an act beside the word itself: what is said of it, its sentence, its article. */
final class SettingFeatures {
    private static final String[] SMALL = {"0", "1", "2", "3"};

    private SettingFeatures() {}

    /** What the words around make of it. */
    static void factuality(Features f, Factuality factuality, TriggerWord word, SentencePlace place) {
        ParsedSentence s = place.reading().tree();
        int k = word.token();
        String kind = word.noun() ? "n" : "v";
        String middle = place.clusters().middle(k);
        f.add(
                "drop",
                factuality.dropped() == null
                        ? "none"
                        : factuality.dropped().reason().name(),
                kind);
        f.add(
                "dropmiddle",
                factuality.dropped() == null
                        ? "none"
                        : factuality.dropped().reason().name(),
                middle);
        StringBuilder shifts = new StringBuilder();
        for (Stance stance : factuality.shifts()) {
            shifts.append(stance.name()).append('+');
        }
        f.add("shifts", shifts.toString());
        f.add("shiftsmiddle", shifts.toString(), middle);
        for (Step step : factuality.steps()) {
            f.add("step", step.stance().name());
            f.add("stepword", step.stance().name(), s.lemma(step.token()));
            f.add("stepmiddle", step.stance().name(), middle);
        }
        if (factuality.obligation() != null) {
            f.add("obligation", factuality.obligation().name());
        }
        if (factuality.decided()) {
            f.add("decided", kind);
        }
        if (factuality.background()) {
            f.add("background", kind);
            f.add("backgroundmiddle", middle);
        }
        if (factuality.purpose()) {
            f.add("purpose", kind);
            f.add("purposemiddle", middle);
        }
        if (factuality.quoted()) {
            f.add("quoted", kind);
            f.add("quotedtag", s.tag(k));
            f.add("quotedmiddle", middle);
        }
    }

    /** What the sentence and its place in the article say, for all its words alike. */
    static int[] ofSentence(SentencePlace place, Cast cast) {
        Features f = place.features();
        ParsedSentence s = place.reading().tree();
        for (int i = s.size() - 1; i >= 0 && i >= s.size() - 3; i--) {
            if (s.form(i).equals("?")) {
                f.add("question", "y");
            }
        }
        if (place.isNoState()) {
            f.add("nostate", "y");
        }
        f.add("states", bucket(place.cast().codes().size()));
        f.add(
                "at",
                place.index() == 0
                        ? "first"
                        : place.index() < 3 ? "top" : place.index() * 2 < place.count() ? "upper" : "lower");
        f.add("length", bucket(s.size() / 4));
        f.add(
                "doc1",
                bucket(cast.ranked().isEmpty() ? 0 : cast.times(cast.ranked().get(0))));
        f.add(
                "doc2",
                bucket(cast.ranked().size() < 2 ? 0 : cast.times(cast.ranked().get(1))));
        f.add("docsize", bucket(place.count()));
        f.add("docstates", bucket(cast.ranked().size()));
        int offices = 0;
        for (CastMention mention : place.cast().mentions()) {
            offices += mention.role().isEmpty() || mention.role().equals("CIVILIAN") ? 0 : 1;
        }
        f.add("offices", bucket(offices));
        for (String type : cast.titleTypes()) {
            f.add("title", type);
        }
        for (int i = 0; i < s.size(); i++) {
            if (Words.isNoun(s, i) && !Words.isProperNoun(s, i)) {
                f.add("noun", s.lemma(i));
                f.add("nounmiddle", place.clusters().middle(i));
            }
        }
        return f.take();
    }

    /** What they say with the word. */
    static void place(Features f, SentencePlace place, int k) {
        String middle = place.clusters().middle(k);
        if (place.isNoState()) {
            f.add("nostatemiddle", middle);
        }
        f.add("statesmiddle", bucket(place.cast().codes().size()), middle);
    }

    /** What the rest of the article tells, by the lexicon. */
    static void article(Features f, Cast cast, String latest, WordTriggers triggers, SentencePlace place) {
        int k = triggers.word().token();
        String lemma = place.reading().tree().lemma(k);
        String middle = place.clusters().middle(k);
        String known = triggers.first() == null ? "n" : "y";
        f.add("latest", latest, known);
        f.add("latestlemma", latest, lemma);
        f.add("latestmiddle", latest, middle);
        for (String type : cast.mainTypes()) {
            f.add("maintype", type, known);
            f.add("maintypelemma", type, lemma);
            f.add("maintypemiddle", type, middle);
        }
    }

    static String bucket(int n) {
        return n < SMALL.length ? SMALL[n] : n <= 5 ? "5" : n <= 8 ? "8" : n <= 13 ? "13" : n <= 21 ? "21" : "34";
    }
}
