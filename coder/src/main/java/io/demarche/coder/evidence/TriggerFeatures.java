package io.demarche.coder.evidence;

import io.demarche.coder.act.RuleMatch;
import io.demarche.coder.act.TriggerWord;
import io.demarche.coder.act.WordTriggers;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.candidate.Candidate;
import io.demarche.coder.clause.Words;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.lexicon.NounClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import org.jspecify.annotations.Nullable;

/** What speaks for and against a word's telling an act, and of which kind: the word, its arguments, what governs it, where it stands. */
final class TriggerFeatures {
    private static final int NEAR = 4;
    private static final int AROUND = 5;
    private static final int REACH_OF_MODALS = 8;

    private final NounReader nouns;

    TriggerFeatures(NounReader nouns) {
        this.nouns = nouns;
    }

    /**
     * The features of a word.
     *
     * @param setting those of its sentence, as {@link SettingFeatures#ofSentence} gives them
     * @param latest of which kind of act the text told last
     */
    int[] of(
            WordTriggers triggers,
            Factuality factuality,
            @Nullable Candidate ruled,
            SentencePlace place,
            int[] setting,
            Cast cast,
            String latest) {
        Features f = place.features();
        ParsedSentence s = place.reading().tree();
        int k = triggers.word().token();
        word(f, triggers, s, place.clusters());
        governors(f, s, k, place.clusters());
        children(f, s, k, place);
        arguments(f, triggers.word(), s, place);
        window(f, s, k, place.clusters());
        SettingFeatures.factuality(f, factuality, triggers.word(), place);
        f.addAll(setting);
        SettingFeatures.place(f, place, k);
        SettingFeatures.article(f, cast, latest, triggers, place);
        RuleFeatures.word(f, ruled, place.clusters().middle(k));
        return f.take();
    }

    private static void word(Features f, WordTriggers triggers, ParsedSentence s, SentenceClusters clusters) {
        int k = triggers.word().token();
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
        f.add("coarse", kind, clusters.coarse(k));
        f.add("middle", kind, clusters.middle(k));
        f.add("fine", kind, clusters.fine(k));
        f.add("middletag", tag, clusters.middle(k));
        f.add("middlelabel", label, clusters.middle(k));
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

    private static void governors(Features f, ParsedSentence s, int k, SentenceClusters clusters) {
        int head = s.head(k);
        if (head < 0) {
            return;
        }
        String label = s.label(k);
        f.add("head", s.lemma(head), label);
        f.add("headword", s.lemma(head));
        f.add("headmiddle", label, clusters.middle(head));
        f.add("headmiddles", label, clusters.middle(head), clusters.middle(k));
        f.add("above", label, s.label(head), s.tag(head));
        int higher = s.head(head);
        if (higher >= 0) {
            f.add("higher", s.lemma(higher), s.label(head));
        }
    }

    private static void children(Features f, ParsedSentence s, int k, SentencePlace place) {
        SentenceClusters clusters = place.clusters();
        String lemma = s.lemma(k);
        for (int c : s.children(k)) {
            String label = s.label(c);
            if (label.equals(Label.PUNCT) || label.equals(Label.DET)) {
                continue;
            }
            String child = s.lemma(c);
            f.add("child", label, clusters.middle(k));
            f.add("childword", label, child);
            f.add("childlemma", label, child, lemma);
            f.add("childmiddle", label, clusters.middle(c));
            f.add("childmiddles", label, clusters.middle(c), clusters.middle(k));
            f.add("childfine", label, clusters.fine(c));
            f.add("childfinecoarse", label, clusters.fine(c), clusters.coarse(k));
            switch (label) {
                case Label.PREP, Label.AGENT, Label.PRT, Label.ADVMOD -> {
                    f.add("prep", child, clusters.middle(k));
                    f.add("prepfine", child, clusters.fine(k));
                    int object = s.child(c, Label.POBJ);
                    if (object >= 0) {
                        String noun = s.lemma(object);
                        f.add("pobj", child, clusters.middle(object));
                        f.add("pobjmiddles", child, clusters.middle(object), clusters.middle(k));
                        f.add("pobjlemma", lemma, child, clusters.coarse(object));
                        if (!Words.isProperNoun(s, object)) {
                            f.add("pobjword", child, noun);
                        }
                        String party = place.isParty(object) ? "y" : "n";
                        f.add("pobjparty", child, party, lemma);
                        f.add("pobjpartymiddle", child, party, clusters.middle(k));
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
        SentenceClusters clusters = place.clusters();
        String lemma = s.lemma(trigger);
        if (token < 0) {
            f.add("none", which, lemma);
            f.add("nonemiddle", which, clusters.middle(trigger));
            return;
        }
        String party = place.isParty(token) ? "y" : "n";
        f.add("argparty", which, party, clusters.middle(trigger));
        f.add("argpartylemma", which, party, lemma);
        f.add("argtag", which, s.tag(token));
        f.add("argrole", which, nouns.role(s, token), clusters.middle(trigger));
        f.add("argfine", which, clusters.fine(token));
        f.add("argmiddles", which, clusters.middle(token), clusters.middle(trigger));
        f.add("argmiddle", which, clusters.middle(token), lemma);
        for (NounClasses.Entry entry : nouns.entries(s, token)) {
            f.add("argclass", which, entry.nounClass(), lemma);
            f.add("argclassmiddle", which, entry.nounClass(), clusters.middle(trigger));
            f.add("argclassonly", which, entry.nounClass());
        }
        if (!Words.isProperNoun(s, token)) {
            f.add("argword", which, s.lemma(token), lemma);
        } else if (party.equals("n")) {
            f.add("argunknown", which, clusters.middle(trigger));
        }
    }

    private static void window(Features f, ParsedSentence s, int k, SentenceClusters clusters) {
        String lemma = s.lemma(k);
        for (int d = 1; d <= AROUND; d++) {
            if (k - d >= 0) {
                f.add("leftmiddle", clusters.middle(k - d));
                if (d <= NEAR) {
                    f.add("left", s.lemma(k - d));
                }
            }
            if (k + d < s.size()) {
                f.add("rightmiddle", clusters.middle(k + d));
                if (d <= NEAR) {
                    f.add("right", s.lemma(k + d));
                    f.add("rightcoarse", clusters.middle(k + d), clusters.coarse(k));
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
}
