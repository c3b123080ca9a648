package io.demarche.coder.parse;

import static io.demarche.coder.parse.Features.pair;
import static io.demarche.coder.parse.Features.triple;
import static io.demarche.coder.parse.WordForm.clusterPath;

/**
 * What the choice of a label sees of a new arc. In the names, {@code h} is the head and {@code d} the dependent, {@code w},
 * {@code t} and {@code c} are word, tag and cluster, {@code p} and {@code n} the neighbours before and after, {@code l} and
 * {@code r} the dependent's outermost children.
 */
public final class LabelFeatures {
    /** Numbers of the model's format for the tags before the first and after the last token. */
    private static final long BEFORE_FIRST = 250;

    private static final long AFTER_LAST = 251;

    private LabelFeatures() {}

    public static void collect(TransitionState state, int h, int d, Features f) {
        int dir = h > d ? 1 : 0;
        int dl = state.left1[d];
        int dr = state.right1[d];
        int ch = state.cluster(h);
        int cd = state.cluster(d);
        long hw = state.word(h);
        long dw = state.word(d);
        long lw = state.word(dl);
        long rw = state.word(dr);
        long ht = state.tag(h);
        long dt = state.tag(d);
        long dp = before(state, d);
        long dn = after(state, d);
        long hp = before(state, h);
        long hn = after(state, h);
        long far = Math.min(Math.abs(h - d), 7) * 2 + dir;
        long setH = state.labelSet[h];
        long setD = state.labelSet[d];

        f.clear();
        f.add(200, dir);
        f.add(201, ht * 2 + dir);
        f.add(202, dt * 2 + dir);
        f.add(203, pair(ht, dt) * 2 + dir);
        f.add(204, hw, dir);
        f.add(205, dw, dir);
        f.add(206, dw, ht * 2 + dir);
        f.add(207, hw, dt * 2 + dir);
        f.add(208, hw, dw);
        f.add(209, pair(ht, dt) * 16 + far);
        f.add(210, lw, dt * 2 + dir);
        f.add(211, lw, pair(ht, dt) * 2 + dir);
        f.add(212, setD, pair(ht, dt) * 2 + dir);
        f.add(213, setH, pair(ht, dt) * 2 + dir);
        f.add(214, setD, dw * 2 + dir);
        f.add(215, setH, dt * 2 + dir);
        f.add(216, triple(dt, dp, dn));
        f.add(217, triple(ht, dt, dp) * 2 + dir);
        f.add(218, triple(ht, dt, dn) * 2 + dir);
        f.add(219, triple(ht, hp, dt) * 2 + dir);
        f.add(220, triple(ht, hn, dt) * 2 + dir);
        f.add(221, pair(state.tag(dl), dt) * 2 + dir);
        f.add(222, pair(state.tag(dr), dt) * 2 + dir);
        f.add(223, rw, dt * 2 + dir);
        f.add(224, lw, hw);
        f.add(225, dw, dn);
        f.add(226, dw, dp);
        f.add(227, hw, setH);
        f.add(228, lw, rw, ht * 2 + dir);
        f.add(229, lw, dw);
        f.add(230, cd, dir);
        f.add(231, ch, dir);
        f.add(232, clusterPath(ch, 6) * 2048 + clusterPath(cd, 6) * 2 + dir);
        f.add(233, clusterPath(cd, 8), ht * 2 + dir);
        f.add(234, clusterPath(ch, 8), dt * 2 + dir);
        f.add(235, lw, clusterPath(cd, 8) * 2 + dir);
        f.add(236, lw, clusterPath(ch, 8) * 2 + dir);
    }

    private static long before(TransitionState state, int i) {
        return i > 0 ? state.tag[i - 1] : BEFORE_FIRST;
    }

    private static long after(TransitionState state, int i) {
        return i + 1 < state.size ? state.tag[i + 1] : AFTER_LAST;
    }
}
