package io.demarche.cli;

import io.demarche.coder.lexicon.Lexicon;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A person's own acts.tsv in place of the bundled one: the rest of the lexicon stays. */
final class ActsFile {
    private ActsFile() {}

    /**
     * The lexicon with these acts.
     *
     * @param acts null for the bundled ones
     * @throws DemarcheException where the file cannot be read, or a line of it is wrong, naming the line
     */
    static Lexicon lexicon(@Nullable Path acts) {
        if (acts == null) {
            return Lexicon.load();
        }
        try {
            return Lexicon.load().withActs(Files.readString(acts));
        } catch (IOException e) {
            throw new DemarcheException("--acts: cannot read " + acts + ": name a file like acts.tsv", e);
        }
    }
}
