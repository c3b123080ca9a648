package io.demarche.coder.evidence;

import io.demarche.coder.parse.ModelBytes;
import io.demarche.schemas.DemarcheException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * What was fitted on the corpus.
 *
 * @param types for each word, of which kind of act it tells
 * @param pairs for each pair of parties, whether they are source and target
 * @param forest what both together, and the article as a whole, say of an act
 * @param nouns the nouns that the corpus knows to tell acts, beside those of the lexicon
 */
public record EvidenceModel(Weights types, Weights pairs, Forest forest, Set<String> nouns) {
    private static final String RESOURCE = "evidence-model.gz";
    private static final int FORMAT = 1;

    /**
     * Loads the bundled model.
     *
     * @throws DemarcheException where it is missing or damaged
     */
    public static EvidenceModel load() {
        try (DataInputStream in = ModelBytes.of(Resources.open(RESOURCE))) {
            if (in.readInt() != FORMAT) {
                throw new DemarcheException(
                        "the coder's resource " + RESOURCE + " has another format than this build reads");
            }
            Weights types = Weights.read(in);
            Weights pairs = Weights.read(in);
            Forest forest = Forest.read(in);
            Set<String> nouns = new TreeSet<>();
            for (int n = in.readInt(); n > 0; n--) {
                nouns.add(in.readUTF());
            }
            return new EvidenceModel(types, pairs, forest, nouns);
        } catch (IOException e) {
            throw new DemarcheException("cannot read the coder's resource " + RESOURCE + ": " + e.getMessage());
        }
    }

    /** Writes it as {@link #load()} reads it; the same model gives the same bytes. */
    public void write(OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to, 1 << 16))) {
            out.writeInt(FORMAT);
            types.write(out);
            pairs.write(out);
            forest.write(out);
            out.writeInt(nouns.size());
            for (String noun : new TreeSet<>(nouns)) {
                out.writeUTF(noun);
            }
        }
    }
}
