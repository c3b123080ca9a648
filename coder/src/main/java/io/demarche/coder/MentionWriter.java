package io.demarche.coder;

import io.demarche.avro.Actor;
import io.demarche.avro.DateBasis;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.actor.Party;
import io.demarche.coder.attribute.Attribution;
import io.demarche.coder.attribute.Confidence;
import io.demarche.coder.attribute.Count;
import io.demarche.coder.attribute.Deadline;
import io.demarche.coder.attribute.Fingerprint;
import io.demarche.coder.attribute.Reason;
import io.demarche.coder.date.DateChooser;
import io.demarche.coder.date.Dating;
import io.demarche.coder.date.Timeline;
import io.demarche.coder.lexicon.Cues;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.text.PhraseMatch;
import io.demarche.schemas.ContentId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Writes an act down as a mention, with its particulars. */
final class MentionWriter {
    /** Acts that are done to a number of people or missions. */
    private static final Set<EventType> COUNTED = EnumSet.of(
            EventType.DIPLOMATS_EXPELLED,
            EventType.AMBASSADOR_RECALLED,
            EventType.MISSION_CLOSED,
            EventType.NATIONALS_DETAINED,
            EventType.DETAINEES_RELEASED,
            EventType.FORCE_USED,
            EventType.ENTRY_RESTRICTED,
            EventType.SANCTIONS_IMPOSED);

    private static final Set<EventType> WITH_DEADLINE = EnumSet.of(
            EventType.DIPLOMATS_EXPELLED, EventType.MISSION_CLOSED, EventType.THREATENED, EventType.DEMANDED);

    private final Lexicon lexicon;
    private final String version;
    private final Article article;
    private final Timeline timeline;
    private final long fingerprint;
    private final Confidence confidence;

    MentionWriter(Lexicon lexicon, String version, Article article, Timeline timeline) {
        this.lexicon = lexicon;
        this.version = version;
        this.article = article;
        this.timeline = timeline;
        this.confidence = new Confidence(lexicon.factors());
        this.fingerprint = Fingerprint.of(article.body());
    }

    EventMention write(Act act, SentenceAnalysis analysis) {
        ParsedSentence s = analysis.tree();
        int token = act.match().token();
        Dating dating = DateChooser.choose(s, token, act.standing(), analysis.dates(), timeline);
        int begin = analysis.sentence().textBegin();
        int end = analysis.sentence().end();
        Optional<String> cue = cue(begin, end);
        Optional<Count> count = COUNTED.contains(act.type())
                ? Count.of(s, act.match().object(), analysis.spots(), new NounReader(lexicon.nouns()))
                : Optional.empty();
        OptionalInt deadline = WITH_DEADLINE.contains(act.type()) ? Deadline.find(s) : OptionalInt.empty();
        return EventMention.newBuilder()
                .setMentionId(id(act, dating, begin))
                .setArticleId(article.articleId())
                .setContentHash(article.contentHash())
                .setBodyFingerprint(fingerprint)
                .setPublisher(article.publisher())
                .setUrl(article.url().isEmpty() ? null : article.url())
                .setPublishedAt(published(article))
                .setFetchedAt(article.fetchedAt())
                .setEventType(act.type())
                .setCameoCode(act.cameo())
                .setSource(actor(act.source()))
                .setTarget(actor(act.target()))
                .setEventDate(dating.date())
                .setDateBasis(dating.basis())
                .setDatePrecision(dating.precision())
                .setCount(count.map(Count::number).orElse(null))
                .setCounted(count.map(Count::counted).orElse(null))
                .setDeadlineHours(deadline.isPresent() ? deadline.getAsInt() : null)
                .setStatedReason(
                        Reason.find(s, token, article.body(), lexicon.cues()).orElse(null))
                .setReciprocal(cue.isPresent())
                .setReciprocityCue(cue.orElse(null))
                .setModality(act.modality())
                .setAttributedTo(Attribution.read(s, act.standing()).orElse(null))
                .setConfidence(confidence.of(act.match(), act.evidence(), dating.basis() != DateBasis.PUBLICATION))
                .setQuote(article.body().substring(begin, end))
                .setQuoteStart(begin)
                .setQuoteEnd(end)
                .setWithdrawn(false)
                .setRuleId(act.match().rule().id())
                .setCoderVersion(version)
                .build();
    }

    /** Whether acts of this type come with a deadline. */
    static boolean takesDeadline(EventType type) {
        return WITH_DEADLINE.contains(type);
    }

    /** The time of publication, but not after that of fetching. */
    static Instant published(Article article) {
        return article.publishedAt().isAfter(article.fetchedAt()) ? article.fetchedAt() : article.publishedAt();
    }

    private String id(Act act, Dating dating, int quoteStart) {
        return ContentId.of(
                article.articleId(),
                act.type().name(),
                act.source().code(),
                act.target().code(),
                dating.date().toString(),
                Integer.toString(quoteStart));
    }

    private Optional<String> cue(int begin, int end) {
        List<PhraseMatch<Cues.Kind>> cues = lexicon.cues().find(Cues.Kind.RECIPROCITY, article.body(), begin, end);
        return cues.isEmpty()
                ? Optional.empty()
                : Optional.of(article.body()
                        .substring(cues.get(0).begin(), cues.get(0).end()));
    }

    private static Actor actor(Party party) {
        return new Actor(party.code(), party.name().replaceAll("\\s+", " "), party.role());
    }
}
