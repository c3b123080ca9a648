package io.demarche.training.parser;

import static io.demarche.coder.parse.TransitionState.LEFT;
import static io.demarche.coder.parse.TransitionState.RIGHT;
import static io.demarche.coder.parse.TransitionState.SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.coder.parse.TransitionState;
import io.demarche.coder.parse.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DynamicOracleTest {
    private static final int[] MOVES = {SHIFT, LEFT, RIGHT};

    private static TransitionState state(int size) {
        Words words = new Words();
        words.reset("word ".repeat(size).split(" "), Map.of());
        TransitionState state = new TransitionState();
        state.reset(words);
        return state;
    }

    /** Heads of a tree without crossing arcs: each span gets a root, and its two sides are trees of their own. */
    @Provide
    Arbitrary<int[]> trees() {
        return Arbitraries.integers()
                .between(0, 1000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(choices -> {
                    int[] heads = new int[choices.size()];
                    plant(heads, choices, 0, heads.length, heads.length);
                    return heads;
                });
    }

    private static void plant(int[] heads, List<Integer> choices, int begin, int end, int head) {
        if (begin < end) {
            int root = begin + choices.get(begin) % (end - begin);
            heads[root] = head;
            plant(heads, choices, begin, root, root);
            plant(heads, choices, root + 1, end, root);
        }
    }

    @Property
    void shouldBuildEveryTreeThatDoesNotCrossByMovesThatCostNothing(@ForAll @From("trees") int[] heads) {
        // given
        TransitionState state = state(heads.length);

        // when
        while (!state.done()) {
            int free = -1;
            for (int move : MOVES) {
                if (state.allows(move) && DynamicOracle.cost(state, move, heads) == 0) {
                    free = move;
                }
            }
            assertThat(free).as("a move that costs nothing").isNotNegative();
            make(state, free);
        }

        // then
        for (int i = 0; i < heads.length; i++) {
            assertThat(state.head[i]).isEqualTo(heads[i]);
        }
    }

    @Property
    void shouldCountAtLeastTheArcsThatAreMissingInTheEnd(
            @ForAll @From("trees") int[] heads, @ForAll List<Integer> choices) {
        // given
        TransitionState state = state(heads.length);
        int paid = 0;

        // when
        for (int step = 0; !state.done(); step++) {
            List<Integer> allowed = new ArrayList<>();
            for (int move : MOVES) {
                if (state.allows(move)) {
                    allowed.add(move);
                }
            }
            int choice = choices.isEmpty() ? 0 : choices.get(step % choices.size());
            int move = allowed.get(Math.floorMod(choice, allowed.size()));
            paid += DynamicOracle.cost(state, move, heads);
            make(state, move);
        }

        // then
        int missing = 0;
        for (int i = 0; i < heads.length; i++) {
            missing += state.head[i] != heads[i] ? 1 : 0;
        }
        assertThat(paid).isEqualTo(missing);
    }

    @Test
    void shouldCountWhatAShiftLeavesBehind() {
        // given: the first word hangs from the second
        TransitionState state = state(2);
        state.shift();

        // then
        assertThat(DynamicOracle.cost(state, SHIFT, new int[] {1, 2})).isEqualTo(1);
        assertThat(DynamicOracle.cost(state, LEFT, new int[] {1, 2})).isZero();
    }

    private static void make(TransitionState state, int move) {
        if (move == SHIFT) {
            state.shift();
        } else {
            state.attach(state.headFor(move), 0);
        }
    }
}
