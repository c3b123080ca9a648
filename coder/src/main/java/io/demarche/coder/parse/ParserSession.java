package io.demarche.coder.parse;

import static io.demarche.coder.parse.TransitionState.LEFT;
import static io.demarche.coder.parse.TransitionState.RIGHT;
import static io.demarche.coder.parse.TransitionState.SHIFT;

/** The scratch memory of one thread: tags and parses sentences one after another. Not thread-safe. */
public final class ParserSession {
    private static final int MOST_CLASSES = 256;
    /** Beyond this many tokens the memory is given back after the sentence. */
    private static final int TOKENS_WORTH_KEEPING = 4096;

    private final ParserModel model;
    private final Tagger tagger;
    private final Features features = new Features();
    private final MoveFeatures moveFeatures = new MoveFeatures();
    private final int[] scores = new int[MOST_CLASSES];
    private final FormMemory memory;
    private Words words = new Words();
    private TransitionState state = new TransitionState();

    public ParserSession(ParserModel model) {
        this.model = model;
        this.tagger = new Tagger(model);
        this.memory = new FormMemory(model.clusters());
    }

    /** The tree over the tokens, none of which may be empty. */
    public Tree parse(String[] forms) {
        int n = forms.length;
        words.reset(forms, memory::of);
        tagger.tag(words, features, scores);
        state.reset(words);
        while (!state.done()) {
            int move = nextMove();
            if (move == SHIFT) {
                state.shift();
            } else {
                int head = state.headFor(move);
                LabelFeatures.collect(state, head, state.top(), features);
                state.attach(head, model.labeller().best(features, scores));
            }
        }
        Tree tree = new Tree(new String[n], new int[n], new String[n]);
        for (int i = 0; i < n; i++) {
            tree.tags()[i] = model.tags()[words.tag[i]];
            boolean root = state.head[i] == n;
            tree.heads()[i] = root ? -1 : state.head[i];
            tree.labels()[i] =
                    root ? Label.ROOT : model.labels()[state.label[i]]; // the labeller may take it for any other
        }
        if (n > TOKENS_WORTH_KEEPING) {
            words = new Words();
            state = new TransitionState();
        }
        return tree;
    }

    /** The allowed move with the highest score; it is not scored where there is no choice. */
    private int nextMove() {
        boolean shift = state.allows(SHIFT);
        boolean left = state.allows(LEFT);
        boolean right = state.allows(RIGHT);
        if (shift && !left && !right) {
            return SHIFT;
        }
        if (left && !shift && !right) {
            return LEFT;
        }
        if (right && !shift && !left) {
            return RIGHT;
        }
        moveFeatures.collect(state, features);
        model.mover().score(features, scores);
        int best = shift ? SHIFT : LEFT;
        if (left && scores[LEFT] > scores[best]) {
            best = LEFT;
        }
        if (right && scores[RIGHT] > scores[best]) {
            best = RIGHT;
        }
        return best;
    }

    /** One entry a token: its tag, the index of its head (-1 for the root), the label of the arc to it. */
    public record Tree(String[] tags, int[] heads, String[] labels) {}
}
