package io.demarche.coder.evidence;

import io.demarche.coder.act.Sides;
import io.demarche.coder.actor.Party;
import io.demarche.coder.candidate.Act;
import io.demarche.coder.candidate.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules of the lexicon alone make of a word and of its sides: evidence like all other. */
final class RuleFeatures {
    private RuleFeatures() {}

    static void word(Features f, @Nullable Candidate ruled, String middle) {
        String outcome = ruled == null
                ? "none"
                : ruled.drop().map(drop -> drop.reason().name()).orElse("coded");
        String rule = ruled == null ? "-" : ruled.trigger().rule().id();
        f.add("outcome", outcome);
        f.add("outcomemiddle", outcome, middle);
        f.add("outcomerule", outcome, rule);
    }

    static void side(Features f, String side, String code, Sides ruled, Around around) {
        List<Party> here = side.equals("S") ? ruled.sources() : ruled.targets();
        List<Party> there = side.equals("S") ? ruled.targets() : ruled.sources();
        String basis = "no";
        for (Party party : here) {
            basis = party.code().equals(code) ? party.basis().name() : basis;
        }
        String some = here.isEmpty() ? "0" : "1";
        f.add("ruled", side, basis, here.size() < 2 ? some : "n");
        f.add("ruledtype", side, basis, some, around.type);
        f.add("ruledlemma", side, basis.equals("no") ? "no" : "yes", some, around.lemma);
        f.add("ruledother", side, has(there, code) ? "y" : "n", there.isEmpty() ? "0" : "1");
    }

    static void pair(Features f, String source, String target, Sides ruled, Around around) {
        String fit = (has(ruled.sources(), source) ? "S" : "")
                + (has(ruled.sources(), target) ? "s" : "")
                + (has(ruled.targets(), target) ? "T" : "")
                + (has(ruled.targets(), source) ? "t" : "")
                + (ruled.sources().isEmpty() ? "0" : "")
                + (ruled.targets().isEmpty() ? "o" : "");
        f.add("ruledpair", fit);
        f.add("ruledpairtype", fit, around.type);
        f.add("ruledpairlemma", fit, around.lemma);
        Candidate candidate = around.told.ruled();
        if (candidate != null) {
            String coded = coded(candidate, source, target);
            f.add("coded", coded, candidate.isCoded() ? "1" : "0");
            f.add("codedtype", coded, candidate.isCoded() ? "1" : "0", around.type);
            f.add("codedlemma", coded, around.lemma);
        }
    }

    private static String coded(Candidate candidate, String source, String target) {
        String coded = "no";
        for (Act act : candidate.acts()) {
            if (act.source().code().equals(source) && act.target().code().equals(target)) {
                return "same";
            }
            if (act.source().code().equals(target) && act.target().code().equals(source)) {
                coded = "reverse";
            }
        }
        return coded;
    }

    private static boolean has(List<Party> parties, String code) {
        for (Party party : parties) {
            if (party.code().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
