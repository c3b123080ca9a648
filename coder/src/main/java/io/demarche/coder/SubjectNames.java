package io.demarche.coder;

import io.demarche.coder.lexicon.Name;
import io.demarche.coder.text.NameSpotter;
import io.demarche.coder.text.PhraseMatch;
import io.demarche.coder.text.PhraseMatcher;
import java.util.List;

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
        List<PhraseMatch<Name>> found = names.find(text, begin, end);
        if (found.isEmpty() || found.get(0).begin() != begin) {
            return -1;
        }
        PhraseMatch<Name> first = found.get(0);
        return !subject || first.values().stream().anyMatch(SubjectNames::mayDo) ? first.end() : -1;
    }

    private static boolean mayDo(Name name) {
        return switch (name.kind()) {
            case STATE, SEAT, ORGANISATION, LEADER -> true;
            case ADJECTIVE, PLACE, OTHER -> false;
        };
    }
}
