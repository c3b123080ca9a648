package io.demarche.coder;

import java.util.function.Supplier;

/** Hears what each stage made of a sentence. */
@FunctionalInterface
interface Trace {
    /** Hears nothing, at no cost. */
    Trace NONE = (stage, text) -> {};

    void note(StageName stage, Supplier<String> text);
}
