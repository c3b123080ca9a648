package io.demarche.coder;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Stages one behind the other: each takes what the one before returns. */
final class Chain<I, O> {
    private final List<StageName> names;
    private final BiFunction<I, Trace, O> run;

    private Chain(List<StageName> names, BiFunction<I, Trace, O> run) {
        this.names = names;
        this.run = run;
    }

    static <I, O> Chain<I, O> of(Stage<I, O> first) {
        return new Chain<>(List.of(first.name()), first::run);
    }

    <P> Chain<I, P> then(Stage<O, P> next) {
        return new Chain<>(
                Stream.concat(names.stream(), Stream.of(next.name())).toList(),
                (in, trace) -> next.run(run.apply(in, trace), trace));
    }

    /** The names of the stages, in their order. */
    List<StageName> names() {
        return names;
    }

    O run(I in, Trace trace) {
        return run.apply(in, trace);
    }
}
