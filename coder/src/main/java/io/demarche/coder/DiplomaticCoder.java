package io.demarche.coder;

import io.demarche.avro.EventMention;
import io.demarche.coder.CodingReport.CandidateReport;
import io.demarche.coder.CodingReport.SentenceReport;
import io.demarche.coder.act.Match;
import io.demarche.coder.actor.Bearers;
import io.demarche.coder.actor.Discourse;
import io.demarche.coder.attribute.Deadline;
import io.demarche.coder.context.Quotations;
import io.demarche.coder.date.Timeline;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.parse.DependencyParser;
import io.demarche.coder.text.Sentence;
import io.demarche.coder.text.SentenceSplitter;
import io.demarche.coder.text.Tokenizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * The event coder: takes each sentence of an article through the stages and writes the acts it finds as mentions. Immutable;
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

    private final Lexicon lexicon;
    private final SentenceSplitter splitter;
    private final Analyst analyst;
    private final Composer composer;
    private final Forthcoming forthcoming;
    private final Prefilter prefilter;
    private final String version;

    private DiplomaticCoder(Lexicon lexicon, SentenceSplitter splitter, Analyst analyst) {
        this.lexicon = lexicon;
        this.splitter = splitter;
        this.analyst = analyst;
        this.composer = new Composer(lexicon);
        this.forthcoming = new Forthcoming(lexicon);
        this.prefilter = new Prefilter(lexicon);
        this.version = ENGINE + "-" + lexicon.version();
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
        return new DiplomaticCoder(
                lexicon, SentenceSplitter.load(), new Analyst(lexicon, Tokenizer.load(), DependencyParser.load()));
    }

    /** The version of the coder and of its lexicons: changes whenever the same article might be coded otherwise. */
    public String version() {
        return version;
    }

    @Override
    public List<EventMention> code(Article article) {
        return run(article, null);
    }

    /** How the article is coded: what each stage found, which rule fired, and why each candidate that was dropped was. */
    public CodingReport explain(Article article) {
        List<SentenceReport> reports = new ArrayList<>();
        run(article, reports);
        return new CodingReport(article.articleId(), List.copyOf(reports));
    }

    private List<EventMention> run(Article article, @org.jspecify.annotations.Nullable List<SentenceReport> reports) {
        String body = article.body();
        if (!prefilter.mayReport(body)) {
            return List.of();
        }
        LocalDate day = LocalDate.ofInstant(MentionWriter.published(article), ZoneOffset.UTC);
        Timeline timeline = new Timeline(day);
        Discourse discourse = new Discourse(new Bearers(body, lexicon));
        Counterparts counterparts = new Counterparts();
        Quotations quotations = Quotations.of(body);
        MentionWriter writer = new MentionWriter(lexicon, version, article, timeline);
        Retellings mentions = new Retellings();
        List<EventMention> ofSentenceBefore = List.of();
        List<Sentence> sentences = splitter.split(body);
        BitSet wanted = prefilter.wanted(body, sentences);
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            Sentence sentence = sentences.get(i);
            for (int skipped = wanted.previousSetBit(i - 1) + 1; skipped < i; skipped++) {
                Sentence unread = sentences.get(skipped);
                timeline.enter(unread.paragraph(), skipped);
                timeline.skim(body.subSequence(unread.textBegin(), unread.end()));
            }
            SentenceAnalysis analysis = analyst.analyse(body, i, sentence, quotations, discourse, timeline);
            addDeadline(ofSentenceBefore, analysis);
            mentions.add(ofSentenceBefore);
            List<Composer.Outcome> outcomes = forthcoming.announce(
                    Bygones.drop(composer.compose(analysis, body, counterparts), analysis, timeline),
                    analysis,
                    timeline);
            List<EventMention> written = new ArrayList<>();
            for (Composer.Outcome outcome : outcomes) {
                for (Act act : outcome.acts()) {
                    written.add(writer.write(act, analysis));
                }
            }
            ofSentenceBefore = written;
            if (reports != null) {
                reports.add(report(analysis, outcomes, body));
            }
        }
        mentions.add(ofSentenceBefore);
        return mentions.merged();
    }

    /** "The two had 48 hours to leave": a deadline that the next sentence gives. */
    private static void addDeadline(List<EventMention> before, SentenceAnalysis analysis) {
        OptionalInt deadline = Deadline.find(analysis.tree());
        if (deadline.isPresent()) {
            for (EventMention mention : before) {
                if (mention.getDeadlineHours() == null && MentionWriter.takesDeadline(mention.getEventType())) {
                    mention.setDeadlineHours(deadline.getAsInt());
                }
            }
        }
    }

    private static SentenceReport report(SentenceAnalysis analysis, List<Composer.Outcome> outcomes, String body) {
        List<CandidateReport> candidates = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Match match = analysis.matches().get(i);
            Composer.Outcome outcome = outcomes.get(i);
            candidates.add(
                    new CandidateReport(match.rule().id(), analysis.tree().form(match.token()), describe(outcome)));
        }
        return new SentenceReport(
                analysis.sentence().text(body), analysis.tree().toString(), List.copyOf(candidates));
    }

    private static String describe(Composer.Outcome outcome) {
        if (outcome.acts().isEmpty()) {
            return "dropped: " + outcome.dropped();
        }
        StringBuilder text = new StringBuilder("coded");
        for (Act act : outcome.acts()) {
            text.append(' ')
                    .append(act.source().code())
                    .append(" > ")
                    .append(act.target().code())
                    .append(' ')
                    .append(act.type())
                    .append(' ')
                    .append(act.cameo())
                    .append(' ')
                    .append(act.modality())
                    .append(';');
        }
        return text.toString();
    }
}
