package io.demarche.coder.evidence;

import io.demarche.coder.act.RuleMatch;
import io.demarche.coder.act.TriggerWord;
import io.demarche.coder.act.WordTriggers;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.candidate.Candidate;
import io.demarche.coder.candidate.Reading;
import io.demarche.coder.clause.Words;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.factuality.Step;
import io.demarche.coder.lexicon.NounClasses;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import org.jspecify.annotations.Nullable;

/** What speaks for and against a word's telling an act, and of which kind: the word, its arguments, what governs it, where it stands. */
final class TriggerFeatures {
    private static final int NEAR = 4;
    private static final int AROUND = 5;
    private static final int REACH_OF_MODALS = 8;

    private final WordClusters clusters;
    private final NounReader nouns;

    TriggerFeatures(WordClusters clusters, NounReader nouns) {
        this.clusters = clusters;
        this.nouns = nouns;
    }

    int[] of(
            WordTriggers triggers,
            Factuality factuality,
            @Nullable Candidate ruled,
            SentencePlace place,
            Cast cast,
            String latest) {
        Features f = place.features();
        Reading reading = place.reading();
        ParsedSentence s = reading.tree();
        int k = triggers.word().token();
        word(f, triggers, s, k);
        governors(f, s, k);
        children(f, s, k, place);
        arguments(f, triggers.word(), s, place);
        window(f, s, k);
        factuality(f, factuality, s, k, triggers.word().noun());
        place(f, place, cast, s, k);
        article(f, cast, latest, triggers, s.lemma(k));
        RuleFeatures.word(f, ruled, clusters.middle(s.lemma(k)));
        return f.take();
    }

    private void word(Features f, WordTriggers triggers, ParsedSentence s, int k) {
        String lemma = s.lemma(k);
        String tag = s.tag(k);
        String label = s.label(k);
        String kind = triggers.word().noun() ? "n" : "v";
        f.add("bias", kind);
        f.add("lemma", lemma, kind);
        f.add("tag", tag);
        f.add("lemmatag", lemma, tag);
        f.add("label", label);
        f.add("lemmalabel", lemma, label);
        f.add("taglabel", tag, label);
        f.add("coarse", kind, clusters.coarse(lemma));
        f.add("middle", kind, clusters.middle(lemma));
        f.add("fine", kind, clusters.fine(lemma));
        f.add("middletag", tag, clusters.middle(lemma));
        f.add("middlelabel", label, clusters.middle(lemma));
        f.add("ruled", triggers.first() == null ? "no" : "yes", kind);
        for (RuleMatch match : triggers.matches()) {
            f.add("match", match.rule().id(), match.demands());
            f.add("matchtype", match.rule().type().name(), match.demands());
        }
        if (triggers.first() != null) {
            f.add("rule", triggers.first().id());
            f.add("ruletag", triggers.first().id(), tag);
            f.add("rulelemma", triggers.first().id(), lemma);
            f.add("root", triggers.first().root());
            f.add("roottag", triggers.first().root(), tag, label);
        }
    }

    private void governors(Features f, ParsedSentence s, int k) {
        int head = s.head(k);
        if (head < 0) {
            return;
        }
        String label = s.label(k);
        f.add("head", s.lemma(head), label);
        f.add("headword", s.lemma(head));
        f.add("headmiddle", label, clusters.middle(s.lemma(head)));
        f.add("headmiddles", label, clusters.middle(s.lemma(head)), clusters.middle(s.lemma(k)));
        f.add("above", label, s.label(head), s.tag(head));
        int higher = s.head(head);
        if (higher >= 0) {
            f.add("higher", s.lemma(higher), s.label(head));
        }
    }

    private void children(Features f, ParsedSentence s, int k, SentencePlace place) {
        String lemma = s.lemma(k);
        for (int c : s.children(k)) {
            String label = s.label(c);
            if (label.equals(Label.PUNCT) || label.equals(Label.DET)) {
                continue;
            }
            String child = s.lemma(c);
            f.add("child", label, clusters.middle(lemma));
            f.add("childword", label, child);
            f.add("childlemma", label, child, lemma);
            f.add("childmiddle", label, clusters.middle(child));
            f.add("childmiddles", label, clusters.middle(child), clusters.middle(lemma));
            f.add("childfine", label, clusters.fine(child));
            f.add("childfinecoarse", label, clusters.fine(child), clusters.coarse(lemma));
            switch (label) {
                case Label.PREP, Label.AGENT, Label.PRT, Label.ADVMOD -> {
                    f.add("prep", child, clusters.middle(lemma));
                    f.add("prepfine", child, clusters.fine(lemma));
                    int object = s.child(c, Label.POBJ);
                    if (object >= 0) {
                        String noun = s.lemma(object);
                        f.add("pobj", child, clusters.middle(noun));
                        f.add("pobjmiddles", child, clusters.middle(noun), clusters.middle(lemma));
                        f.add("pobjlemma", lemma, child, clusters.coarse(noun));
                        if (!Words.isProperNoun(s, object)) {
                            f.add("pobjword", child, noun);
                        }
                        String party = place.isParty(object) ? "y" : "n";
                        f.add("pobjparty", child, party, lemma);
                        f.add("pobjpartymiddle", child, party, clusters.middle(lemma));
                    }
                }
                case Label.AUX, Label.AUXPASS, Label.NEG, Label.MARK -> f.add("aux", child);
                default -> {}
            }
        }
    }

    private void arguments(Features f, TriggerWord word, ParsedSentence s, SentencePlace place) {
        argument(f, "subject", word.subject(), word.token(), s, place);
        argument(f, "object", word.object(), word.token(), s, place);
    }

    private void argument(Features f, String which, int token, int trigger, ParsedSentence s, SentencePlace place) {
        String lemma = s.lemma(trigger);
        if (token < 0) {
            f.add("none", which, lemma);
            f.add("nonemiddle", which, clusters.middle(lemma));
            return;
        }
        String party = place.isParty(token) ? "y" : "n";
        f.add("argparty", which, party, clusters.middle(lemma));
        f.add("argpartylemma", which, party, lemma);
        f.add("argtag", which, s.tag(token));
        f.add("argrole", which, nouns.role(s, token), clusters.middle(lemma));
        f.add("argfine", which, clusters.fine(s.lemma(token)));
        f.add("argmiddles", which, clusters.middle(s.lemma(token)), clusters.middle(lemma));
        f.add("argmiddle", which, clusters.middle(s.lemma(token)), lemma);
        for (NounClasses.Entry entry : nouns.entries(s, token)) {
            f.add("argclass", which, entry.nounClass(), lemma);
            f.add("argclassmiddle", which, entry.nounClass(), clusters.middle(lemma));
            f.add("argclassonly", which, entry.nounClass());
        }
        if (!Words.isProperNoun(s, token)) {
            f.add("argword", which, s.lemma(token), lemma);
        } else if (party.equals("n")) {
            f.add("argunknown", which, clusters.middle(lemma));
        }
    }

    private void window(Features f, ParsedSentence s, int k) {
        String lemma = s.lemma(k);
        for (int d = 1; d <= AROUND; d++) {
            if (k - d >= 0) {
                f.add("leftmiddle", clusters.middle(s.lemma(k - d)));
                if (d <= NEAR) {
                    f.add("left", s.lemma(k - d));
                }
            }
            if (k + d < s.size()) {
                f.add("rightmiddle", clusters.middle(s.lemma(k + d)));
                if (d <= NEAR) {
                    f.add("right", s.lemma(k + d));
                    f.add("rightcoarse", clusters.middle(s.lemma(k + d)), clusters.coarse(lemma));
                }
            }
        }
        if (k > 0) {
            f.add("left1", s.lemma(k - 1), lemma);
        }
        if (k + 1 < s.size()) {
            f.add("right1", s.lemma(k + 1), lemma);
        }
        for (int i = 0; i < s.size(); i++) {
            if (s.tag(i).equals(Tag.MD) && Math.abs(i - k) < REACH_OF_MODALS) {
                f.add("modal", s.lemma(i), i < k ? "before" : "behind");
            }
        }
    }

    private void factuality(Features f, Factuality factuality, ParsedSentence s, int k, boolean noun) {
        String kind = noun ? "n" : "v";
        String middle = clusters.middle(s.lemma(k));
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

    private void place(Features f, SentencePlace place, Cast cast, ParsedSentence s, int k) {
        String middle = clusters.middle(s.lemma(k));
        for (int i = s.size() - 1; i >= 0 && i >= s.size() - 3; i--) {
            if (s.form(i).equals("?")) {
                f.add("question", "y");
            }
        }
        if (place.isNoState()) {
            f.add("nostate", "y");
            f.add("nostatemiddle", middle);
        }
        f.add("states", bucket(place.cast().codes().size()));
        f.add("statesmiddle", bucket(place.cast().codes().size()), middle);
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
                f.add("nounmiddle", clusters.middle(s.lemma(i)));
            }
        }
    }

    /** What the rest of the article tells, by the lexicon. */
    private void article(Features f, Cast cast, String latest, WordTriggers triggers, String lemma) {
        String known = triggers.first() == null ? "n" : "y";
        f.add("latest", latest, known);
        f.add("latestlemma", latest, lemma);
        f.add("latestmiddle", latest, clusters.middle(lemma));
        for (String type : cast.mainTypes()) {
            f.add("maintype", type, known);
            f.add("maintypelemma", type, lemma);
            f.add("maintypemiddle", type, clusters.middle(lemma));
        }
    }

    static String bucket(int n) {
        return n <= 3 ? Integer.toString(n) : n <= 5 ? "5" : n <= 8 ? "8" : n <= 13 ? "13" : n <= 21 ? "21" : "34";
    }
}
