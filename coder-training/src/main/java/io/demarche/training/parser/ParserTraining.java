package io.demarche.training.parser;

import static io.demarche.coder.parse.TransitionState.RIGHT;
import static io.demarche.coder.parse.TransitionState.SHIFT;

import io.demarche.coder.parse.Features;
import io.demarche.coder.parse.LabelFeatures;
import io.demarche.coder.parse.MoveFeatures;
import io.demarche.coder.parse.TransitionState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Learns moves and labels from lessons that carry tags. In the first pass every wrong move is mended; from then on nine of
 * ten are made all the same, so that the parser learns to go on from its own mistakes.
 */
final class ParserTraining {
    private static final int MOVES = 3;
    private static final long SEED = 3;
    private static final int ONE_MENDED_IN = 10;

    private final Perceptron mover = new Perceptron(MOVES);
    private final Perceptron labeller;
    private final TransitionState state = new TransitionState();
    private final Features features = new Features();
    private final MoveFeatures moveFeatures = new MoveFeatures();
    private final float[] moveScores = new float[MOVES];
    private final float[] labelScores;
    private final int[] costs = new int[MOVES];
    private final Random random = new Random(SEED);
    private long moves;
    private long errors;

    private ParserTraining(int labels) {
        labeller = new Perceptron(labels);
        labelScores = new float[labels];
    }

    /** Trains in so many passes over the lessons; tells of each. */
    static ParserTraining on(List<Lesson> lessons, int labels, int passes, Consumer<String> progress) {
        ParserTraining training = new ParserTraining(labels);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, lessons.size()).boxed().toList());
        for (int pass = 0; pass < passes; pass++) {
            training.moves = 0;
            training.errors = 0;
            Collections.shuffle(order, training.random);
            for (int i : order) {
                training.learn(lessons.get(i), pass == 0);
            }
            progress.accept("pass " + (pass + 1) + ": " + training.errors + " of " + training.moves + " moves wrong, "
                    + training.mover.size() + " features of moves, " + training.labeller.size() + " of labels");
        }
        training.mover.average();
        training.labeller.average();
        return training;
    }

    Perceptron mover() {
        return mover;
    }

    Perceptron labeller() {
        return labeller;
    }

    private void learn(Lesson lesson, boolean firstPass) {
        state.reset(lesson.words());
        while (!state.done()) {
            int move = nextMove(lesson.heads(), firstPass);
            if (move == SHIFT) {
                state.shift();
            } else {
                int head = state.headFor(move);
                state.attach(head, label(lesson, head, state.top(), firstPass));
            }
        }
    }

    /** Learns which move costs least; the move that is made. */
    private int nextMove(int[] heads, boolean firstPass) {
        moveFeatures.collect(state, features);
        mover.score(features, moveScores);
        int guess = -1;
        int right = -1;
        for (int move = SHIFT; move <= RIGHT; move++) {
            if (!state.allows(move)) {
                continue;
            }
            costs[move] = DynamicOracle.cost(state, move, heads);
            if (guess < 0 || moveScores[move] > moveScores[guess]) {
                guess = move;
            }
            if (right < 0
                    || costs[move] < costs[right]
                    || costs[move] == costs[right] && moveScores[move] > moveScores[right]) {
                right = move;
            }
        }
        moves++;
        if (costs[guess] == costs[right]) {
            mover.learn(features, right, right);
            return guess;
        }
        errors++;
        mover.learn(features, right, guess);
        return firstPass || random.nextInt(ONE_MENDED_IN) == 0 ? right : guess;
    }

    /** Learns the label of a new arc where it is one of the teacher's; the label that it is given. */
    private int label(Lesson lesson, int head, int dependent, boolean firstPass) {
        LabelFeatures.collect(state, head, dependent, features);
        int guess = labeller.best(features, labelScores);
        if (lesson.heads()[dependent] != head) {
            return guess;
        }
        int right = lesson.labels()[dependent];
        labeller.learn(features, right, guess);
        return firstPass ? right : guess;
    }
}
