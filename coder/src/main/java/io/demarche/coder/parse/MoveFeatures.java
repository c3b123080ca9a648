package io.demarche.coder.parse;

import static io.demarche.coder.parse.Features.pair;
import static io.demarche.coder.parse.Features.triple;
import static io.demarche.coder.parse.TransitionState.of;
import static io.demarche.coder.parse.WordForm.clusterPath;

/**
 * What the choice of the next move sees of a state; one to a thread. It collects in several methods, as the compiler does not
 * inline so many calls into one. In the names, {@code s0}, {@code s1}, {@code s2} are the top of the
 * stack and what lies under it, {@code b0}, {@code b1}, {@code b2} the front of the buffer and what follows; {@code w} and
 * {@code v} are words and {@code t} and {@code u} tags of stack and buffer; a final {@code l} or {@code r} is the outermost
 * child on the left or right.
 */
public final class MoveFeatures {
    private int s0;
    private int s1;
    private int s2;
    private int b0;
    private int b1;
    private int b2;
    private int s0l;
    private int s0r;
    private int s1l;
    private int s1r;
    private int b0l;
    private long w0;
    private long w1;
    private long w2;
    private long v0;
    private long v1;
    private long v2;
    private long w0l;
    private long w0r;
    private long t0;
    private long t1;
    private long t2;
    private long u0;
    private long u1;
    private long u2;
    private long t0l;
    private long t0r;
    private long t1l;
    private long t1r;
    private long u0l;
    private long distance0;
    private long distance1;
    private long set0;
    private long set1;
    private long setB;
    private long lefts0;
    private long rights0;
    private long rights1;
    private long leftsB;

    public void collect(TransitionState state, Features f) {
        see(state);
        f.clear();
        singleWords(f);
        pairs(f);
        tagGroups(f);
        distancesAndValency(f);
        labels(state, f);
        wordsInContext(state, f);
        clusters(state, f);
    }

    private void see(TransitionState state) {
        s0 = state.onStack(0);
        s1 = state.onStack(1);
        s2 = state.onStack(2);
        b0 = state.front;
        b1 = state.front + 1 <= state.size ? state.front + 1 : -1;
        b2 = state.front + 2 <= state.size ? state.front + 2 : -1;
        s0l = of(state.left1, s0);
        s0r = of(state.right1, s0);
        s1l = of(state.left1, s1);
        s1r = of(state.right1, s1);
        b0l = of(state.left1, b0);
        w0 = state.word(s0);
        w1 = state.word(s1);
        w2 = state.word(s2);
        v0 = state.word(b0);
        v1 = state.word(b1);
        v2 = state.word(b2);
        w0l = state.word(s0l);
        w0r = state.word(s0r);
        t0 = state.tag(s0);
        t1 = state.tag(s1);
        t2 = state.tag(s2);
        u0 = state.tag(b0);
        u1 = state.tag(b1);
        u2 = state.tag(b2);
        t0l = state.tag(s0l);
        t0r = state.tag(s0r);
        t1l = state.tag(s1l);
        t1r = state.tag(s1r);
        u0l = state.tag(b0l);
        distance0 = s0 < 0 ? 0 : Math.min(b0 - s0, 8);
        distance1 = s1 < 0 ? 0 : Math.min(s0 - s1, 8);
        set0 = s0 < 0 ? 0 : state.labelSet[s0];
        set1 = s1 < 0 ? 0 : state.labelSet[s1];
        setB = state.labelSet[b0];
        lefts0 = s0 < 0 ? 0 : state.leftCount[s0];
        rights0 = s0 < 0 ? 0 : state.rightCount[s0];
        rights1 = s1 < 0 ? 0 : state.rightCount[s1];
        leftsB = state.leftCount[b0];
    }

    /** Single words. */
    private void singleWords(Features f) {
        f.add(100, 0);
        f.add(101, w0);
        f.add(102, t0);
        f.add(103, w0, t0);
        f.add(104, w1);
        f.add(105, t1);
        f.add(106, w1, t1);
        f.add(107, v0);
        f.add(108, u0);
        f.add(109, v0, u0);
        f.add(110, v1);
        f.add(111, u1);
        f.add(112, v1, u1);
        f.add(113, v2);
        f.add(114, u2);
        f.add(115, t2);
        f.add(116, w2);
    }

    /** Pairs. */
    private void pairs(Features f) {
        f.add(117, w0, v0);
        f.add(118, w0, t0, u0);
        f.add(119, v0, u0, t0);
        f.add(120, pair(t0, u0));
        f.add(121, w0, v0, pair(t0, u0));
        f.add(122, pair(t1, t0));
        f.add(123, w1, w0);
        f.add(124, w1, t0);
        f.add(125, w0, t1);
        f.add(126, pair(t1, u0));
        f.add(127, w1, v0);
        f.add(128, pair(u0, u1));
    }

    /** Tag triples and quadruples, with the outermost children. */
    private void tagGroups(Features f) {
        f.add(129, triple(t0, u0, u1));
        f.add(130, triple(t1, t0, u0));
        f.add(131, triple(t2, t1, t0));
        f.add(132, triple(u0, u1, u2));
        f.add(133, triple(t0, t0l, u0));
        f.add(134, triple(t0, t0r, u0));
        f.add(135, triple(t0, u0, u0l));
        f.add(136, triple(t1, t0, t0l));
        f.add(137, triple(t1, t0, t0r));
        f.add(138, triple(t1, t0, t1r));
        f.add(139, triple(t1, t0, t1l));
        f.add(140, pair(triple(t2, t1, t0), u0));
        f.add(141, pair(triple(t1, t0, u0), u1));
    }

    /** Distance and valency. */
    private void distancesAndValency(Features f) {
        f.add(142, pair(t0, u0) * 16 + distance0);
        f.add(143, w0, distance0);
        f.add(144, v0, distance0);
        f.add(145, pair(t1, t0) * 16 + distance1);
        f.add(146, w1, distance1);
        f.add(147, w0, rights0);
        f.add(148, t0 * 16 + rights0);
        f.add(149, t0 * 16 + lefts0);
        f.add(150, t1 * 16 + rights1);
        f.add(151, u0 * 16 + leftsB);
        f.add(152, v0, leftsB);
    }

    /** Labels so far. */
    private void labels(TransitionState state, Features f) {
        f.add(153, t0 * 64 + state.label(s0l));
        f.add(154, t0 * 64 + state.label(s0r));
        f.add(155, t1 * 64 + state.label(s1r));
        f.add(156, u0 * 64 + state.label(b0l));
        f.add(157, pair(t0, u0) * 64 + state.label(s0r));
        f.add(158, pair(t1, t0) * 64 + state.label(s1r));
        f.add(159, set0, pair(t0, u0));
        f.add(160, set1, pair(t1, t0));
        f.add(161, setB, pair(t0, u0));
        f.add(162, set0, w0);
        f.add(174, setB, u0);
        f.add(175, set1, w1);
    }

    /** Words with context: prepositions (the left child of a noun) above all. */
    private void wordsInContext(TransitionState state, Features f) {
        f.add(163, w0l, w1);
        f.add(164, w0l, pair(t1, t0));
        f.add(165, w0l, pair(u0, t0));
        f.add(166, w0r, w1);
        f.add(167, w0r, pair(t0, u0));
        f.add(168, state.word(b0l), pair(u0, t0));
        f.add(169, v1, pair(t0, u0));
        f.add(170, v0, v1);
        f.add(171, w0, pair(u0, u1));
        f.add(172, v0, pair(t0, t1));
        f.add(173, v0, pair(t0, u1));
        f.add(176, w1, pair(t0, u0));
        f.add(177, w0, pair(t1, u0));
        f.add(197, w1, w0, v0);
        f.add(198, w2, pair(t1, t0));
        f.add(178, pair(triple(t0, state.tag(of(state.left2, s0)), t0l), u0));
        f.add(179, pair(triple(t0, state.tag(of(state.right2, s0)), t0r), u0));
        f.add(180, pair(triple(t1, state.tag(of(state.right2, s1)), t1r), t0));
    }

    /** Brown clusters: words of like use have paths that begin alike. */
    private void clusters(TransitionState state, Features f) {
        int c0 = state.cluster(s0);
        int c1 = state.cluster(s1);
        int e0 = state.cluster(b0);
        int e1 = state.cluster(b1);
        long c0a = clusterPath(c0, 6);
        long c1a = clusterPath(c1, 6);
        long e0a = clusterPath(e0, 6);
        long c0b = clusterPath(c0, 4);
        long c1b = clusterPath(c1, 4);
        long e0b = clusterPath(e0, 4);
        f.add(181, c0);
        f.add(182, c1);
        f.add(183, e0);
        f.add(184, e1);
        f.add(185, c0a * 1024 + e0a);
        f.add(186, c1a * 1024 + c0a);
        f.add(187, (c0b * 64 + e0b) * 262144 + pair(t0, u0));
        f.add(188, (c1b * 64 + c0b) * 262144 + pair(t1, t0));
        f.add(193, w0l, c1a * 1024 + c0a);
        f.add(194, c0, e0);
        f.add(195, c1, c0);
        f.add(196, v0, c0a * 1024 + c1a);
        f.add(189, c0, u0);
        f.add(190, e0, t0);
        f.add(191, c1, t0);
        f.add(192, c0, t1);
    }
}
