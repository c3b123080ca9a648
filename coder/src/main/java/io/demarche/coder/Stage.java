package io.demarche.coder;

import java.util.function.Function;

/**
 * One step of the pipeline.
 *
 * @param name what it is called
 * @param work takes one thing and returns one thing
 * @param explanation says what came out, for people
 */
record Stage<I, O>(StageName name, Function<I, O> work, Function<O, String> explanation) {
    O run(I in, Trace trace) {
        O out = work.apply(in);
        trace.note(name, () -> explanation.apply(out));
        return out;
    }
}
