package io.demarche.training.teacher;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import io.demarche.schemas.DemarcheException;
import io.demarche.training.treebank.AnnotatedSentence;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** NLP4J with its English models: slow and large, and right more often than what learns from it. Not thread-safe. */
public final class Nlp4jTeacher {
    private static final String RESOURCES = "edu/emory/mathcs/nlp/";
    private static final String PARSER = RESOURCES + "models/en-dep.xz";
    private static final String CONFIGURATION = """
            <configuration>
              <lexica>
                <ambiguity_classes field="word_form_simplified">%1$slexica/en-ambiguity-classes-simplified.xz</ambiguity_classes>
                <word_clusters field="word_form_simplified_lowercase">%1$slexica/en-brown-clusters-simplified-lowercase.xz</word_clusters>
                <word_embeddings field="word_form_undigitalized">%1$slexica/en-word-embeddings-undigitalized.xz</word_embeddings>
              </lexica>
              <models>
                <pos>%1$smodels/en-pos.xz</pos>
                <dep>%2$s</dep>
              </models>
            </configuration>
            """.formatted(RESOURCES, PARSER);

    private final NLPDecoder decoder;

    private Nlp4jTeacher(NLPDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * Loads the models, which takes most of a minute and 1.4 GB.
     *
     * @throws DemarcheException where they are not on the class path
     */
    public static Nlp4jTeacher load() {
        if (Nlp4jTeacher.class.getResource("/" + PARSER) == null) {
            throw new DemarcheException(
                    "the teacher's models are not on the class path: build with -P coder-training (README.md)");
        }
        return new Nlp4jTeacher(
                new NLPDecoder(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8))));
    }

    /** The sentence with its tree; nothing where the teacher does not keep to the tokens. */
    public Optional<AnnotatedSentence> annotate(List<String> forms) {
        List<Token> tokens = forms.stream().map(Token::new).toList();
        NLPNode[] nodes = decoder.decode(decoder.toNodeArray(tokens));
        if (nodes.length != forms.size() + 1) {
            return Optional.empty();
        }
        List<String> tags = new ArrayList<>();
        List<Integer> heads = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 1; i < nodes.length; i++) { // the first is the root
            NLPNode head = nodes[i].getDependencyHead();
            tags.add(nodes[i].getPartOfSpeechTag());
            heads.add(head == null ? AnnotatedSentence.ROOT : head.getID() - 1);
            labels.add(nodes[i].getDependencyLabel());
        }
        return Optional.of(new AnnotatedSentence(forms, tags, heads, labels));
    }
}
