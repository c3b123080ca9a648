package io.demarche.coder;

import io.demarche.coder.evidence.EvidenceModel;
import io.demarche.coder.parse.DependencyParser;
import io.demarche.schemas.DemarcheException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The models, which load on other threads while the lexicon is read: each takes as long as the lexicon does. */
final class ModelsAhead {
    private final CompletableFuture<DependencyParser> parser;
    private final CompletableFuture<EvidenceModel> evidence;

    private ModelsAhead(CompletableFuture<DependencyParser> parser, CompletableFuture<EvidenceModel> evidence) {
        this.parser = parser;
        this.evidence = evidence;
    }

    static ModelsAhead begin() {
        return new ModelsAhead(
                CompletableFuture.supplyAsync(DependencyParser::load),
                CompletableFuture.supplyAsync(EvidenceModel::load));
    }

    /**
     * Waits for the parser.
     *
     * @throws DemarcheException where its model is missing or damaged
     */
    DependencyParser parser() {
        return joined(parser);
    }

    /**
     * Waits for the model that decides.
     *
     * @throws DemarcheException where it is missing or damaged
     */
    EvidenceModel evidence() {
        return joined(evidence);
    }

    private static <T> T joined(CompletableFuture<T> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DemarcheException known) {
                throw known;
            }
            throw e;
        }
    }
}
