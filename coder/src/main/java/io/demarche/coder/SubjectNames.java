package io.demarche.coder;

import io.demarche.coder.lexicon.Name;
import io.demarche.coder.text.NameSpotter;
import io.demarche.coder.text.PhraseMatch;
import io.demarche.coder.text.PhraseMatcher;

/**
 * Names as the sentence splitter asks for them.
 *
 * @param names all that the lexicon knows
 */
record SubjectNames(PhraseMatcher<Name> names) implements NameSpotter {
    @Override
    public int subjectEnd(String text, int begin, int end) {
        return end(text, begin, end, true);
    }

    @Override
    public int nameEnd(String text, int begin, int end) {
        return end(text, begin, end, false);
    }

    private int end(String text, int begin, int end, boolean subject) {
        return names.findAt(text, begin, end)
                .filter(name -> !subject || name.values().stream().anyMatch(SubjectNames::mayDo))
                .map(PhraseMatch::end)
                .orElse(-1);
    }

    private static boolean mayDo(Name name) {
        return switch (name.kind()) {
            case STATE, SEAT, ORGANISATION, LEADER -> true;
            case ADJECTIVE, PLACE, OTHER -> false;
        };
    }
}
