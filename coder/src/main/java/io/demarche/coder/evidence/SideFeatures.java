package io.demarche.coder.evidence;

import static io.demarche.coder.evidence.SettingFeatures.bucket;

import io.demarche.coder.act.Sides;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.factuality.Step;
import io.demarche.coder.parse.ParsedSentence;
import java.util.HashSet;
import java.util.Set;

/** What speaks for and against a party's being the source, or the target, of an act that a word tells. */
final class SideFeatures {
    private SideFeatures() {}

    static int[] of(String side, String code, Sides ruled, Around around) {
        Features f = around.place.features();
        RuleFeatures.side(f, side, code, ruled, around);
        CastMention best = around.nearest(code);
        String in = best == null ? "out" : "in";
        article(f, side, code, in, around);
        if (best == null) {
            f.add("absent", side, around.voice, around.type);
            f.add("absentlemma", side, around.lemma);
            return f.take();
        }
        path(f, side, best, around);
        form(f, side, best, around);
        order(f, side, code, best, around);
        argument(f, side, best, around);
        return f.take();
    }

    private static void article(Features f, String side, String code, String in, Around around) {
        Cast cast = around.cast;
        int rank = cast.ranked().indexOf(code);
        String place = rank < 0 ? "none" : rank < 4 ? Integer.toString(rank) : "low";
        f.add("rank", side, place, in);
        f.add("ranktype", side, place, in, around.type);
        f.add("times", side, bucket(cast.times(code)), in);
        int at = cast.inTitle().indexOf(code);
        String title = at < 0 ? "no" : at == 0 ? "first" : "later";
        f.add("title", side, title, in);
        f.add("titletype", side, title, around.type);
        SentenceCast before = around.place.before();
        boolean first =
                !before.mentions().isEmpty() && before.mentions().get(0).code().equals(code);
        f.add("before", side, first ? "first" : before.has(code) ? "in" : "no", in, around.voice);
        for (CastMention mention : before.mentions()) {
            if (mention.code().equals(code)) {
                f.add("beforerole", side, mention.role(), in);
                f.add("beforeform", side, mention.form(), in);
                break;
            }
        }
    }

    private static void path(Features f, String side, CastMention best, Around around) {
        TreePath.Way way = around.paths.to(best.token());
        String side2 = around.voiced(side);
        f.add("path", side2, way.full());
        f.add("pathtype", side2, way.full(), around.type);
        f.add("pathlemma", side2, way.full(), around.lemma);
        f.add("pathmiddle", side2, way.full(), around.middle);
        f.add("brief", side2, way.brief());
        f.add("brieftype", side2, way.brief(), around.type);
        f.add("brieflemma", side2, way.brief(), around.lemma);
        f.add("arcs", side, Integer.toString(way.length()), around.voice);
        f.add("arcstype", side, Integer.toString(way.length()), around.type);
        f.add("formbrief", side, best.form(), way.brief());
        f.add("rolebrief", side, best.role(), way.brief());
        f.add("nounbrief", side, noun(best, around.s), way.brief());
    }

    private static String noun(CastMention best, ParsedSentence s) {
        return Words.isNoun(s, best.token()) && !Words.isProperNoun(s, best.token())
                ? s.lemma(best.token())
                : best.form();
    }

    private static void form(Features f, String side, CastMention best, Around around) {
        ParsedSentence s = around.s;
        String noun = noun(best, s);
        f.add("form", side, best.form());
        f.add("role", side, best.role(), around.type);
        f.add("rolelemma", side, best.role(), around.lemma);
        f.add("noun", side, noun, around.type);
        f.add("nounlemma", side, noun, around.lemma);
        if (best.begin() > 0) {
            f.add("left", side, s.lemma(best.begin() - 1));
            f.add("lefttype", side, s.lemma(best.begin() - 1), around.type);
        }
        if (best.token() + 1 < s.size()) {
            f.add("right", side, s.lemma(best.token() + 1));
        }
    }

    private static void order(Features f, String side, String code, CastMention best, Around around) {
        String side2 = around.voiced(side);
        String where = best.begin() < around.k ? "before" : "behind";
        f.add("order", side2, where, around.type);
        f.add("orderlemma", side2, where, around.lemma);
        f.add("ordermiddle", side2, where, around.middle);
        f.add("distance", side2, where, bucket(Math.abs(best.begin() - around.k)));
        int between = 0;
        int earlier = 0;
        Set<String> nearer = new HashSet<>();
        int cost = around.paths.cost(best.token());
        for (CastMention other : around.place.cast().mentions()) {
            if (other.code().equals(code)) {
                continue;
            }
            between +=
                    Math.min(best.begin(), around.k) < other.begin() && other.begin() < Math.max(best.begin(), around.k)
                            ? 1
                            : 0;
            earlier += other.begin() < best.begin() ? 1 : 0;
            if (around.paths.cost(other.token()) < cost) {
                nearer.add(other.code());
            }
        }
        f.add("between", side2, where, bucket(between));
        f.add("nearer", side2, bucket(nearer.size()), around.type);
        f.add("earlier", side2, earlier == 0 ? "0" : earlier == 1 ? "1" : "n", where);
        f.add("mentions", side, bucket(around.place.cast().times(code)));
    }

    private static void argument(Features f, String side, CastMention best, Around around) {
        ParsedSentence s = around.s;
        String side2 = around.voiced(side);
        String where = where(
                s,
                best.token(),
                around.triggers.word().subject(),
                around.triggers.word().object());
        f.add("where", side2, where);
        f.add("wheretype", side2, where, around.type);
        f.add("wherelemma", side2, where, around.lemma);
        f.add("whereform", side2, where, best.form());
        f.add("wherenoun", side2, where, noun(best, s));
        f.add("whererole", side, where, best.role());
        for (Step step : around.factuality.steps()) {
            int agent = Words.isVerb(s, step.token()) ? Clauses.agent(s, step.token()) : -1;
            if (agent >= 0 && (agent == best.token() || s.isDescendant(best.token(), agent))) {
                f.add("agent", side, step.stance().name());
                f.add("agenttype", side, step.stance().name(), around.type, where);
            }
        }
    }

    /** At, in or outside the phrase of who acts or of what is acted upon. */
    static String where(ParsedSentence s, int token, int subject, int object) {
        if (object >= 0 && object == token) {
            return "object";
        }
        if (object >= 0 && s.isDescendant(token, object)) {
            return "inobject";
        }
        if (subject >= 0 && subject == token) {
            return "subject";
        }
        return subject >= 0 && s.isDescendant(token, subject) ? "insubject" : "else";
    }
}
