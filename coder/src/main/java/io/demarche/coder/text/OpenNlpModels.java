package io.demarche.coder.text;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.InputStream;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;

/** Reads OpenNLP's English models, which come as artifacts of their own. The models are immutable, the tools over them are not. */
final class OpenNlpModels {
    private static final String SENTENCES = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
    private static final String TOKENS = "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";

    private OpenNlpModels() {}

    static SentenceModel sentences() {
        return read(SENTENCES, SentenceModel::new);
    }

    static TokenizerModel tokens() {
        return read(TOKENS, TokenizerModel::new);
    }

    private static <M> M read(String resource, Reader<M> reader) {
        try (InputStream in = OpenNlpModels.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new DemarcheException("language model " + resource
                        + " is missing from the class path: add OpenNLP's model artifacts");
            }
            return reader.read(in);
        } catch (IOException e) {
            throw new DemarcheException(
                    "language model " + resource + " cannot be read (" + e.getMessage()
                            + "): replace OpenNLP's model artifacts",
                    e);
        }
    }

    @FunctionalInterface
    private interface Reader<M> {
        M read(InputStream in) throws IOException;
    }
}
