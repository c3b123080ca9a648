package io.demarche.coder;

import io.demarche.avro.EventMention;
import io.demarche.coder.CodingReport.CandidateReport;
import io.demarche.coder.CodingReport.SentenceReport;
import io.demarche.coder.CodingReport.StageReport;
import io.demarche.coder.candidate.Candidate;
import io.demarche.coder.candidate.Reading;
import io.demarche.coder.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;

/**
 * The event coder: takes an article through the {@link CodingPipeline} and writes the acts it finds as mentions. Immutable;
 * any number of threads may share one.
 *
 * <pre>{@code
 * DiplomaticCoder coder = DiplomaticCoder.load();
 * for (EventMention mention : coder.code(article)) {
 *     System.out.println(mention.getSource().getCountry() + " " + mention.getEventType() + " " + mention.getTarget().getCountry());
 * }
 * }</pre>
 */
public final class DiplomaticCoder implements EventCoder {
    private static final String ENGINE = "1";

    private final CodingPipeline pipeline;
    private final String version;

    private DiplomaticCoder(CodingPipeline pipeline, String lexicon) {
        this.pipeline = pipeline;
        this.version = ENGINE + "-" + lexicon;
    }

    /**
     * Loads the bundled models and lexicons; takes about a second.
     *
     * @throws io.demarche.schemas.DemarcheException where a resource is missing or malformed, naming file and line
     */
    public static DiplomaticCoder load() {
        return with(Lexicon.load());
    }

    /**
     * Loads the bundled models, and codes by this lexicon.
     *
     * @throws io.demarche.schemas.DemarcheException where a model is missing or damaged
     */
    public static DiplomaticCoder with(Lexicon lexicon) {
        return new DiplomaticCoder(CodingPipeline.with(lexicon), lexicon.version());
    }

    /** The version of the coder and of its lexicons: changes whenever the same article might be coded otherwise. */
    public String version() {
        return version;
    }

    @Override
    public List<EventMention> code(Article article) {
        return pipeline.code(article, version);
    }

    /** How the article is coded: what each stage found, which rule fired, and why each candidate that was dropped was. */
    public CodingReport explain(Article article) {
        List<SentenceReport> sentences = new ArrayList<>();
        List<StageReport> stages = new ArrayList<>();
        pipeline.run(
                article,
                (index, sentence) -> (stage, text) -> stages.add(new StageReport(stage, text.get())),
                attributed -> {
                    sentences.add(report(attributed.reading(), List.copyOf(stages)));
                    stages.clear();
                });
        return new CodingReport(article.articleId(), List.copyOf(sentences));
    }

    private static SentenceReport report(Reading reading, List<StageReport> stages) {
        return new SentenceReport(
                reading.sentence().text(reading.memory().body()),
                stages,
                reading.candidates().stream()
                        .map(candidate -> report(candidate, reading))
                        .toList());
    }

    private static CandidateReport report(Candidate candidate, Reading reading) {
        return new CandidateReport(
                candidate.trigger().rule().id(),
                reading.tree().form(candidate.trigger().token()),
                candidate.acts().stream().map(Explanations::act).toList(),
                candidate.drop());
    }
}
