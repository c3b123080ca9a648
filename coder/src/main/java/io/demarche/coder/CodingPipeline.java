package io.demarche.coder;

import io.demarche.avro.EventMention;
import io.demarche.coder.act.TriggerFinder;
import io.demarche.coder.actor.Discourse;
import io.demarche.coder.actor.LeaderSurnames;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.candidate.ArticleMemory;
import io.demarche.coder.candidate.Candidate;
import io.demarche.coder.candidate.Counterparts;
import io.demarche.coder.candidate.DatingRules;
import io.demarche.coder.candidate.FactualityRules;
import io.demarche.coder.candidate.Overlaps;
import io.demarche.coder.candidate.Pairing;
import io.demarche.coder.candidate.Reading;
import io.demarche.coder.candidate.SidesByRule;
import io.demarche.coder.candidate.Weighing;
import io.demarche.coder.date.DateFinder;
import io.demarche.coder.date.NewsDay;
import io.demarche.coder.date.Timeline;
import io.demarche.coder.evidence.Cast;
import io.demarche.coder.evidence.EvidenceReader;
import io.demarche.coder.factuality.Quotations;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.parse.DependencyParser;
import io.demarche.coder.repair.TreeRepairs;
import io.demarche.coder.text.Sentence;
import io.demarche.coder.text.SentenceSplitter;
import io.demarche.coder.text.Tokenizer;
import io.demarche.text.TextMender;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From an article to mentions, as a list of stages. Those of the article run once, those of the sentence for each sentence that
 * is read, in the order of the text: what a sentence says of whom and when serves those behind it. Immutable; any number of
 * threads may share one.
 */
public final class CodingPipeline {
    /** A longer headline is none. */
    private static final int LONGEST_HEADLINE = 400;

    private final Lexicon lexicon;
    private final Chain<Article, CleanArticle> cleaning;
    private final Chain<CleanArticle, ArticleText> ofArticle;
    private final Chain<UnreadSentence, AttributedReading> ofSentence;
    private final @Nullable LearnedActs learned;

    private CodingPipeline(
            Lexicon lexicon,
            SentenceSplitter splitter,
            Tokenizer tokenizer,
            DependencyParser parser,
            @Nullable EvidenceReader evidence) {
        this.lexicon = lexicon;
        Prefilter prefilter = new Prefilter(lexicon);
        NounReader nouns = new NounReader(lexicon.nouns());
        TreeRepairs repairs = TreeRepairs.load();
        ActorStage actors = new ActorStage(lexicon);
        FactualityRules factuality = new FactualityRules(lexicon);
        SidesByRule sides = new SidesByRule(lexicon);
        Pairing pairing = new Pairing(lexicon);
        Weighing weighing = new Weighing(lexicon.factors());
        DatingRules dating = new DatingRules(lexicon);
        AttributeStage attributes = new AttributeStage(lexicon);
        this.learned = evidence == null ? null : new LearnedActs(evidence, lexicon.cues(), attributes);
        TextMender mender = TextMender.load();
        this.cleaning =
                Chain.of(new Stage<>(StageName.CLEAN, given -> CleanArticle.of(given, mender), Explanations::cleaned));
        this.ofArticle = Chain.of(new Stage<CleanArticle, ArticleText>(
                        StageName.SCREEN,
                        clean -> prefilter.screen(ArticleText.of(clean.body().text())),
                        Explanations::text))
                .then(new Stage<>(
                        StageName.SPLIT, text -> text.with(splitter.split(text.body())), Explanations::sentences))
                .then(new Stage<>(StageName.PREFILTER, prefilter::select, Explanations::selected));
        this.ofSentence = Chain.of(new Stage<UnreadSentence, UnreadSentence.Tokens>(
                        StageName.TOKENS, unread -> tokens(unread, tokenizer), Explanations::tokens))
                .then(new Stage<>(StageName.PARSE, tokens -> tree(tokens, parser), Explanations::tree))
                .then(new Stage<>(
                        StageName.REPAIR, parsed -> parsed.with(repairs.apply(parsed.tree())), Explanations::repairs))
                .then(new Stage<>(StageName.ACTORS, actors::apply, Explanations::actors))
                .then(new Stage<>(
                        StageName.TRIGGERS, reading -> triggers(reading, lexicon, nouns), Explanations::triggers))
                .then(new Stage<>(StageName.STANCE, factuality::apply, Explanations::stances))
                .then(new Stage<>(StageName.SIDES, sides::apply, Explanations::sides))
                .then(new Stage<>(StageName.PAIRS, pairing::apply, Explanations::acts))
                .then(new Stage<>(StageName.OVERLAPS, Overlaps::apply, Explanations::acts))
                .then(new Stage<>(StageName.EVIDENCE, weighing::apply, Explanations::evidence))
                .then(new Stage<>(StageName.DATES, reading -> dates(reading, dating), Explanations::dates))
                .then(new Stage<>(StageName.ATTRIBUTES, attributes::apply, Explanations::attributes));
    }

    /**
     * Loads the bundled models, and reads by this lexicon.
     *
     * @throws io.demarche.schemas.DemarcheException where a model is missing or damaged
     */
    public static CodingPipeline with(Lexicon lexicon) {
        return with(lexicon, ModelsAhead.begin());
    }

    /** The same with models that are being loaded. */
    static CodingPipeline with(Lexicon lexicon, ModelsAhead models) {
        SentenceSplitter splitter = SentenceSplitter.load(new SubjectNames(lexicon.names()));
        Tokenizer tokenizer = Tokenizer.load();
        return new CodingPipeline(
                lexicon, splitter, tokenizer, models.parser(), new EvidenceReader(lexicon, models.evidence()));
    }

    /** The same without the model that decides in the end: what the rules alone code, which the model takes as evidence. */
    public static CodingPipeline byRules(Lexicon lexicon) {
        return new CodingPipeline(
                lexicon,
                SentenceSplitter.load(new SubjectNames(lexicon.names())),
                Tokenizer.load(),
                DependencyParser.load(),
                null);
    }

    /** The stages, in the order in which they run. */
    public List<StageName> stages() {
        return Stream.of(cleaning.names(), ofArticle.names(), ofSentence.names(), List.of(StageName.WRITE))
                .flatMap(List::stream)
                .toList();
    }

    /** The mentions in the article, by the version that they carry. */
    List<EventMention> code(Article article, String version) {
        CleanArticle clean = clean(article);
        MentionWriter writer = new MentionWriter(version, clean);
        code(clean, (index, sentence) -> Trace.NONE, writer::write);
        return writer.mentions();
    }

    /** The article as it is read. */
    CleanArticle clean(Article article) {
        return cleaning.run(article, Trace.NONE);
    }

    /** Runs the stages, and decides in the end. */
    void code(CleanArticle article, Traces traces, Consumer<AttributedReading> written) {
        if (learned == null) {
            run(article, traces, (ruled, count) -> written.accept(ruled));
            return;
        }
        LearnedActs.OfArticle[] deciding = new LearnedActs.OfArticle[1];
        run(article, traces, (ruled, count) -> {
            if (deciding[0] == null) {
                LearnedActs.OfArticle begun =
                        learned.article(cast(article), article.article().publicationDay(), count);
                readHeadline(article.article(), (reading, sentences) -> begun.headline(reading));
                deciding[0] = begun;
            }
            deciding[0].next(ruled).forEach(written);
        });
        if (deciding[0] != null) {
            deciding[0].rest().forEach(written);
        }
    }

    /** Whom the article is about. */
    public Cast cast(Article given) {
        return cast(clean(given));
    }

    Cast cast(CleanArticle clean) {
        Article article = clean.article();
        return new Cast(article.title(), article.body(), article.publicationDay(), lexicon);
    }

    /** Takes a sentence as the rules left it, and how many are read in all. */
    @FunctionalInterface
    public interface RuledSentences {
        void take(Reading reading, int count);
    }

    /** Hands each sentence that is read to the reader, as the rules left it, with all its candidates, those taken out as well. */
    public void read(Article article, RuledSentences reader) {
        run(clean(article), (index, sentence) -> Trace.NONE, (ruled, count) -> reader.take(ruled.reading(), count));
    }

    /** The same with the headline, which tells nothing by itself but bears out what the body tells. */
    public void readHeadline(Article article, RuledSentences reader) {
        if (!article.title().isBlank() && article.title().length() <= LONGEST_HEADLINE) {
            read(article.withText("", article.title()), reader);
        }
    }

    /** Takes a sentence with its particulars, and how many are read in all. */
    @FunctionalInterface
    interface Ruled {
        void take(AttributedReading ruled, int count);
    }

    /** Makes the traces of an article's sentences. */
    @FunctionalInterface
    interface Traces {
        Trace of(int index, Sentence sentence);
    }

    /** Runs the stages, one sentence after the other. */
    void run(CleanArticle article, Traces traces, Ruled written) {
        ArticleText text = ofArticle.run(article, Trace.NONE);
        if (text.wanted().isEmpty()) {
            return;
        }
        ArticleMemory memory = memory(article.article(), text);
        BitSet wanted = text.wanted();
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            for (int skipped = wanted.previousSetBit(i - 1) + 1; skipped < i; skipped++) {
                Sentence unread = text.sentences().get(skipped);
                memory.timeline().enter(unread.paragraph(), skipped);
                memory.timeline().skim(text.body().subSequence(unread.textBegin(), unread.end()));
            }
            Sentence sentence = text.sentences().get(i);
            memory.timeline().enter(sentence.paragraph(), i);
            written.take(
                    ofSentence.run(new UnreadSentence(memory, i, sentence), traces.of(i, sentence)),
                    wanted.cardinality());
        }
    }

    private ArticleMemory memory(Article article, ArticleText text) {
        String body = text.body();
        LocalDate published = article.publicationDay();
        List<String> beginning = text.sentences().stream()
                .limit(NewsDay.BEGINNING)
                .map(sentence -> body.substring(sentence.textBegin(), sentence.end()))
                .toList();
        return new ArticleMemory(
                body,
                Quotations.of(body),
                new Discourse(new LeaderSurnames(body, lexicon)),
                new Timeline(published, NewsDay.of(beginning, published)),
                new Counterparts());
    }

    private static UnreadSentence.Tokens tokens(UnreadSentence unread, Tokenizer tokenizer) {
        Sentence sentence = unread.sentence();
        return new UnreadSentence.Tokens(
                unread,
                FrontedDates.withComma(
                        tokenizer.tokenize(unread.memory().body(), sentence.textBegin(), sentence.end())));
    }

    private static UnreadSentence.Tree tree(UnreadSentence.Tokens tokens, DependencyParser parser) {
        return new UnreadSentence.Tree(
                tokens.of(), parser.parse(tokens.of().memory().body(), tokens.tokens()), List.of());
    }

    private static Reading triggers(Reading reading, Lexicon lexicon, NounReader nouns) {
        return reading.withCandidates(new TriggerFinder(lexicon.acts(), nouns, reading.tree(), reading.actors())
                .find().stream().map(Candidate::of).toList());
    }

    private static Reading dates(Reading reading, DatingRules dating) {
        return dating.apply(reading.withDates(DateFinder.find(reading.memory().timeline(), reading.tree())));
    }
}
