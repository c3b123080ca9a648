package io.demarche.coder;

import io.demarche.avro.EventMention;
import io.demarche.coder.CodingReport.CandidateReport;
import io.demarche.coder.CodingReport.SentenceReport;
import io.demarche.coder.CodingReport.StageReport;
import io.demarche.coder.candidate.Candidate;
import io.demarche.coder.candidate.Reading;
import io.demarche.coder.lexicon.Lexicon;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

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
    private final CodingPipeline pipeline;
    private final String version;

    private DiplomaticCoder(CodingPipeline pipeline, String version) {
        this.pipeline = pipeline;
        this.version = version;
    }

    /**
     * Loads the bundled models and lexicons; takes about a second.
     *
     * @throws io.demarche.schemas.DemarcheException where a resource is missing or malformed, naming file and line
     */
    public static DiplomaticCoder load() {
        return with(Lexicon::load);
    }

    /**
     * Loads the bundled models, and codes by this lexicon.
     *
     * @throws io.demarche.schemas.DemarcheException where a model is missing or damaged
     */
    public static DiplomaticCoder with(Lexicon lexicon) {
        return with(() -> lexicon);
    }

    /**
     * The same with a lexicon that is loaded while the models are.
     *
     * @throws io.demarche.schemas.DemarcheException where a model is missing or damaged, or what the supplier throws
     */
    public static DiplomaticCoder with(Supplier<Lexicon> lexicons) {
        ModelsAhead models = ModelsAhead.begin();
        Lexicon lexicon = lexicons.get();
        return new DiplomaticCoder(CodingPipeline.with(lexicon, models), CoderVersion.of(lexicon));
    }

    /** Codes by the rules of the lexicon alone: what the model takes as evidence, to be tried and tested by itself. */
    public static DiplomaticCoder byRules() {
        Lexicon lexicon = Lexicon.load();
        return new DiplomaticCoder(CodingPipeline.byRules(lexicon), CoderVersion.ofRules(lexicon));
    }

    /** The version of the coder, its tables and its models: changes whenever the same article might be coded otherwise. */
    public String version() {
        return version;
    }

    @Override
    public List<EventMention> code(Article article) {
        return pipeline.code(article, version);
    }

    /** How the article is coded: whom it is about, what each stage found, which rule fired, and why each candidate that was dropped was. */
    public CodingReport explain(Article article) {
        List<SentenceReport> sentences = new ArrayList<>();
        Deque<List<StageReport>> traced =
                new ArrayDeque<>(); // a sentence is decided when others behind it have been read
        CleanArticle clean = pipeline.clean(article);
        pipeline.code(
                clean,
                (index, sentence) -> {
                    List<StageReport> stages = new ArrayList<>();
                    traced.add(stages);
                    return (stage, text) -> stages.add(new StageReport(stage, text.get()));
                },
                decided -> sentences.add(report(decided, List.copyOf(traced.remove()))));
        return new CodingReport(article.articleId(), pipeline.cast(clean).described(), List.copyOf(sentences));
    }

    private static SentenceReport report(AttributedReading decided, List<StageReport> stages) {
        Reading reading = decided.reading();
        return new SentenceReport(
                reading.sentence().text(reading.memory().body()),
                stages,
                reading.candidates().stream()
                        .map(candidate -> report(candidate, reading))
                        .toList(),
                decided.acts().stream().map(Explanations::decided).toList());
    }

    private static CandidateReport report(Candidate candidate, Reading reading) {
        return new CandidateReport(
                candidate.trigger().rule().id(),
                reading.tree().form(candidate.trigger().token()),
                candidate.acts().stream().map(Explanations::act).toList(),
                candidate.drop());
    }
}
