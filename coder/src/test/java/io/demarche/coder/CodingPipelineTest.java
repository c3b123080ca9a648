package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.coder.CodingReport.CandidateReport;
import io.demarche.coder.CodingReport.SentenceReport;
import io.demarche.coder.CodingReport.StageReport;
import io.demarche.coder.candidate.Candidate;
import io.demarche.coder.candidate.FactualityRules;
import io.demarche.coder.candidate.Reading;
import io.demarche.coder.lexicon.Drop;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stages of the pipeline, and what walks through them. */
class CodingPipelineTest {
    private static final Lexicon LEXICON = Lexicon.load();
    private static final CodingPipeline PIPELINE = CodingPipeline.with(LEXICON);

    @Test
    void shouldRunTheStagesInTheOrderOfTheirNames() {
        assertThat(PIPELINE.stages()).isSorted().contains(StageName.CLEAN, StageName.SIDES, StageName.WRITE);
    }

    @Test
    void shouldExplainEachStageOfASentence() {
        // when
        SentenceReport sentence = Coding.CODER
                .explain(Coding.article("Norway expelled two Peruvian diplomats on Tuesday."))
                .sentences()
                .get(0);

        // then
        assertThat(sentence.stages())
                .contains(
                        new StageReport(StageName.ACTORS, "Norway = NOR; Peruvian = PER"),
                        new StageReport(StageName.TRIGGERS, "'expelled' expel-diplomats 161"),
                        new StageReport(StageName.SIDES, "'expelled' NOR (NAME) > PER (PHRASE)"),
                        new StageReport(StageName.DATES, "'expelled' 2021-06-15 RELATIVE"))
                .extracting(StageReport::stage)
                .isEqualTo(PIPELINE.stages().stream()
                        .filter(stage -> stage.compareTo(StageName.TOKENS) >= 0 && stage != StageName.WRITE)
                        .toList());
    }

    @Test
    void shouldSayWhyEachCandidateThatIsNotCodedIsNone() {
        // when
        List<CandidateReport> candidates = Coding.CODER
                .explain(Coding.article(
                        "Norway urged Peru not to expel its diplomats. Norway did not recall its envoy."))
                .sentences()
                .stream()
                .flatMap(sentence -> sentence.candidates().stream())
                .toList();

        // then
        assertThat(candidates)
                .filteredOn(candidate -> candidate.acts().isEmpty())
                .isNotEmpty()
                .allMatch(candidate -> candidate.drop().isPresent());
    }

    @Test
    void shouldHandOnTheCandidatesThatWereDroppedAsWell() {
        // when
        List<Candidate> candidates = new ArrayList<>();
        PIPELINE.read(
                Coding.article("Norway did not expel the Peruvian ambassador."),
                (reading, count) -> candidates.addAll(reading.candidates()));

        // then
        assertThat(candidates).hasSize(1).allMatch(Candidate::isDropped);
        assertThat(candidates.get(0).drop().map(Drop::reason)).contains(DropReason.NEGATED);
    }

    @Test
    void shouldTellAllThatItsRulesObjectToInACandidate() {
        // given
        List<Reading> readings = new ArrayList<>();
        PIPELINE.read(
                Coding.article("Did Norway not expel the Peruvian ambassador?"),
                (reading, count) -> readings.add(reading));
        Reading reading = readings.get(0);

        // when
        List<Drop> objections = new FactualityRules(LEXICON)
                .filters()
                .objections(reading.candidates().get(0), reading);

        // then
        assertThat(objections).extracting(Drop::reason).contains(DropReason.NEGATED, DropReason.QUESTION);
    }
}
