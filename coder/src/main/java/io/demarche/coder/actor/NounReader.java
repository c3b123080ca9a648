package io.demarche.coder.actor;

import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.NounClasses;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import io.demarche.coder.parse.TokenRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which classes of nouns a noun in a sentence belongs to. */
public final class NounReader {
    private static final Set<String> NO_STATE = WordClasses.set("no-state");

    private static final String OFFICIAL = "official";
    private static final String FIRM = "firm";

    private final NounClasses nouns;

    public NounReader(NounClasses nouns) {
        this.nouns = nouns;
    }

    /** The entries that fit the noun, those of more words first. */
    public List<NounClasses.Entry> entries(ParsedSentence s, int token) {
        List<NounClasses.Entry> all = nouns.of(Words.lemma(s, token));
        if (all.isEmpty()) {
            return List.of();
        }
        List<NounClasses.Entry> fitting = new ArrayList<>(all.size());
        for (NounClasses.Entry entry : all) {
            if (fits(s, token, entry)) {
                fitting.add(entry);
            }
        }
        return fitting;
    }

    /** Whether the noun is of one of the classes. */
    public boolean isAny(ParsedSentence s, int token, List<String> classes) {
        for (NounClasses.Entry entry : nouns.of(Words.lemma(s, token))) {
            if (classes.contains(entry.nounClass()) && fits(s, token, entry)) {
                return true;
            }
        }
        return false;
    }

    /** What part of a state the noun means; empty where it is nobody who acts for one. */
    public String role(ParsedSentence s, int token) {
        for (NounClasses.Entry entry : nouns.of(Words.lemma(s, token))) {
            if (entry.acts() && fits(s, token, entry) && !(entry.nounClass().equals(OFFICIAL) && isOfFirm(s, token))) {
                return entry.role();
            }
        }
        return "";
    }

    /** "industry officials", "airline officials". */
    private boolean isOfFirm(ParsedSentence s, int token) {
        int before = token - 1;
        return before >= 0
                && s.head(before) == token
                && s.tag(before).equals(Tag.NN)
                && entries(s, before).stream()
                        .anyMatch(entry -> entry.nounClass().equals(FIRM));
    }

    /** Whether the noun has nothing to do with the state that it is named after: a team, a firm, a court. */
    public boolean isNoState(ParsedSentence s, int token) {
        boolean noState = false;
        for (NounClasses.Entry entry : nouns.of(Words.lemma(s, token))) {
            boolean acts = entry.acts();
            if ((acts || NO_STATE.contains(entry.nounClass())) && fits(s, token, entry)) {
                if (acts) {
                    return false;
                }
                noState = true;
            }
        }
        return noState;
    }

    private boolean fits(ParsedSentence s, int token, NounClasses.Entry entry) {
        int begin = token - entry.head();
        if (begin < 0 || begin + entry.noun().size() > s.size()) {
            return false;
        }
        for (int i = 0; i < entry.noun().size(); i++) {
            if (begin + i != token
                    && !Words.lemma(s, begin + i).equals(entry.noun().get(i))) {
                return false;
            }
        }
        return entry.needs().isEmpty() || hasCompanion(s, token, entry.needs());
    }

    private boolean hasCompanion(ParsedSentence s, int token, String nounClass) {
        TokenRange phrase = s.subtree(token);
        for (int i = phrase.begin(); i < phrase.end(); i++) {
            if (i != token) {
                for (NounClasses.Entry entry : nouns.of(Words.lemma(s, i))) {
                    if (entry.nounClass().equals(nounClass) && entry.noun().size() == 1) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
