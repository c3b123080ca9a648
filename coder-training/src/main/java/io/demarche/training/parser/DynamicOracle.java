package io.demarche.training.parser;

import static io.demarche.coder.parse.TransitionState.LEFT;
import static io.demarche.coder.parse.TransitionState.SHIFT;

import io.demarche.coder.parse.TransitionState;

/**
 * What a move costs in any state, right or wrong as the parser may have got there: how many of the teacher's arcs can no
 * longer be built after it (Goldberg and Nivre 2013 for the arc-hybrid system).
 */
final class DynamicOracle {
    private DynamicOracle() {}

    /** The arcs lost by a move that the state allows. */
    static int cost(TransitionState state, int move, int[] heads) {
        if (move == SHIFT) {
            return costOfShift(state, heads);
        }
        int top = state.top();
        int head = heads[top];
        int lost = 0;
        for (int i = state.front; i < state.size; i++) { // the top's dependents to come
            lost += heads[i] == top ? 1 : 0;
        }
        boolean loses;
        if (move == LEFT) {
            loses = head > state.front || head != state.front && head == state.onStack(1);
        } else {
            loses = head >= state.front;
        }
        return loses ? lost + 1 : lost;
    }

    /** The front leaves the buffer: what lies on the stack can no longer hang from it, nor it from any but the top. */
    private static int costOfShift(TransitionState state, int[] heads) {
        int lost = 0;
        for (int below = 0; below < state.depth; below++) {
            int token = state.onStack(below);
            lost += heads[token] == state.front ? 1 : 0;
            lost += below > 0 && heads[state.front] == token ? 1 : 0;
        }
        return lost;
    }
}
