package io.demarche.consumer.sink;

/** What a person calls a state, safe to print. */
final class StateNames {
    private final io.demarche.schemas.StateNames names;

    private StateNames(io.demarche.schemas.StateNames names) {
        this.names = names;
    }

    /** The names that come with the program. */
    static StateNames bundled() {
        return new StateNames(io.demarche.schemas.StateNames.bundled());
    }

    /** The name of a state; the code itself where it has none here. */
    String of(String code) {
        return names.of(code).orElseGet(() -> SafeText.of(code));
    }

    /** Both names of a dyad such as {@code AZE-FRA}. */
    String ofDyad(String dyad, String between) {
        int hyphen = dyad.indexOf('-');
        return hyphen < 0
                ? SafeText.of(dyad)
                : of(dyad.substring(0, hyphen)) + between + of(dyad.substring(hyphen + 1));
    }
}
