package io.demarche.training.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.coder.parse.ParserModel;
import io.demarche.coder.parse.ParserSession;
import io.demarche.training.Village;
import io.demarche.training.treebank.AnnotatedSentence;
import io.demarche.training.treebank.ClusterFile;
import io.demarche.training.treebank.Treebank;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParserTrainerTest {
    private static final List<AnnotatedSentence> SENTENCES = Treebank.read(Village.TREES, 100);
    private static final SortedMap<String, Integer> CLUSTERS = ClusterFile.read(Village.CLUSTERS);

    private static ParserModel model(List<AnnotatedSentence> sentences) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ParserTrainer.train(sentences, CLUSTERS, 6, line -> {}).write(bytes, 0);
        return ParserModel.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void shouldWriteAModelThatTheCoderReads() throws IOException {
        // when
        ParserModel model = model(SENTENCES);

        // then
        assertThat(model.tags()).contains("NN", "VBD", "IN").doesNotHaveDuplicates();
        assertThat(model.labels()).contains("nsubj", "nsubjpass", "agent").doesNotHaveDuplicates();
        assertThat(model.clusters()).isEqualTo(CLUSTERS);
        assertThat(model.tagger().classes()).isEqualTo(model.tags().length);
        assertThat(model.mover().classes()).isEqualTo(3);
        assertThat(model.labeller().classes()).isEqualTo(model.labels().length);
    }

    @Test
    void shouldParseASentenceLikeThoseItLearntFrom() throws IOException {
        // given
        ParserSession parser = new ParserSession(model(SENTENCES));

        // when
        ParserSession.Tree tree = parser.parse("The envoy signed the treaty .".split(" "));

        // then
        assertThat(tree.tags()).containsExactly("DT", "NN", "VBD", "DT", "NN", ".");
        assertThat(tree.heads()).containsExactly(1, 2, -1, 4, 2, 2);
        assertThat(tree.labels()).containsExactly("det", "nsubj", "root", "det", "dobj", "punct");
    }

    @Test
    void shouldNotDecideAboutAWordThatHadOneTagThroughout() throws IOException {
        // given
        List<AnnotatedSentence> often =
                IntStream.range(0, 3).boxed().flatMap(i -> SENTENCES.stream()).toList();

        // when
        ParserModel model = model(often);

        // then
        assertThat(model.fixedTags()).containsOnlyKeys("the", ".");
        assertThat(model.tags()[model.fixedTags().get("the")]).isEqualTo("DT");
    }

    @Test
    void shouldLearnTheLabelsOfATreeThatCrosses() throws IOException {
        // given: "a hearing is scheduled on the issue", whose arcs no move of the parser can all build
        AnnotatedSentence crossing = new AnnotatedSentence(
                List.of("A", "hearing", "is", "scheduled", "on", "it"),
                List.of("DT", "NN", "VBZ", "VBN", "IN", "PRP"),
                List.of(1, 3, 3, -1, 1, 4),
                List.of("det", "nsubjpass", "auxpass", "root", "prep", "pobj"));

        // when
        ParserSession.Tree tree = new ParserSession(model(List.of(crossing, crossing)))
                .parse(crossing.forms().toArray(String[]::new));

        // then
        assertThat(tree.heads()[0]).isEqualTo(1);
        assertThat(tree.labels()[5]).isEqualTo("pobj");
    }
}
