package io.demarche.coder.evidence;

import static io.demarche.coder.evidence.SettingFeatures.bucket;

import io.demarche.coder.act.Sides;

/** What speaks for and against two parties' being source and target together. */
final class PairFeatures {
    private PairFeatures() {}

    static int[] of(String source, String target, Sides ruled, Around around) {
        Features f = around.place.features();
        RuleFeatures.pair(f, source, target, ruled, around);
        CastMention from = around.nearest(source);
        CastMention to = around.nearest(target);
        String in = (from == null ? "-" : "S") + (to == null ? "-" : "T");
        int states = around.place.cast().codes().size();
        f.add("in", in, bucket(states));
        f.add("intype", in, around.type, states <= 2 ? bucket(states) : "n");
        article(f, source, target, in, around);
        if (from != null && to != null) {
            both(f, from, to, around);
        } else if (from != null) {
            one(f, in, from, around);
        } else if (to != null) {
            one(f, in, to, around);
        }
        return f.take();
    }

    private static void article(Features f, String source, String target, String in, Around around) {
        int a = around.cast.ranked().indexOf(source);
        int b = around.cast.ranked().indexOf(target);
        f.add("maintwo", a >= 0 && b >= 0 && a < 2 && b < 2 ? "y" : "n", in);
        f.add("ranks", rank(a), rank(b), in);
        int ta = around.cast.inTitle().indexOf(source);
        int tb = around.cast.inTitle().indexOf(target);
        String title = ta < 0 ? tb < 0 ? "--" : "-T" : tb < 0 ? "S-" : ta < tb ? "ST" : "TS";
        f.add("titles", title, in);
        f.add("titlestype", title, in, around.type);
    }

    private static String rank(int rank) {
        return rank < 0 ? "-" : rank < 3 ? Integer.toString(rank) : "n";
    }

    private static void both(Features f, CastMention from, CastMention to, Around around) {
        String order = order(from.begin(), to.begin(), around.k);
        f.add("order", order, around.voice, around.type);
        f.add("orderlemma", order, around.lemma);
        String voiced = order + around.voice;
        f.add("orderforms", voiced, from.form(), to.form());
        f.add("orderroles", voiced, from.role(), to.role());
        TreePath.Way a = around.paths.to(from.token());
        TreePath.Way b = around.paths.to(to.token());
        f.add("paths", around.voice, a.brief(), b.brief());
        f.add("lengths", Integer.toString(a.length()), Integer.toString(b.length()), around.voice);
        TreePath.Way way = around.pathsFrom(from.token()).to(to.token());
        f.add("way", around.voice, way.full(), around.type);
        f.add("wayonly", around.voice, way.brief());
        if (from.token() == to.token()) {
            f.add("same", around.voice, around.type);
        }
    }

    private static String order(int source, int target, int trigger) {
        if (source < trigger) {
            return target >= trigger ? "SkT" : source < target ? "STk" : "TSk";
        }
        return target < trigger ? "TkS" : source < target ? "kST" : "kTS";
    }

    private static void one(Features f, String in, CastMention mention, Around around) {
        f.add("half", in, around.voice, mention.role(), around.type);
        f.add("halfpath", in, around.voice, around.paths.to(mention.token()).brief());
        f.add("halfform", in, around.voice, mention.form());
    }
}
