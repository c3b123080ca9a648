package io.demarche.coder;

import io.demarche.avro.Actor;
import io.demarche.avro.EventMention;
import io.demarche.coder.AttributedReading.AttributedAct;
import io.demarche.coder.actor.Party;
import io.demarche.coder.attribute.Attributes;
import io.demarche.coder.attribute.Count;
import io.demarche.coder.attribute.Deadline;
import io.demarche.coder.attribute.Fingerprint;
import io.demarche.coder.candidate.Act;
import io.demarche.coder.candidate.Candidate;
import io.demarche.coder.text.Sentence;
import io.demarche.schemas.ContentId;
import io.demarche.text.MendedText;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Writes the acts of one article's sentences down as mentions, each act once. Belongs to one article and one thread; keeps no
 * sentence but the mentions of the one before, to which the next may add a deadline.
 */
final class MentionWriter {
    private final String version;
    private final Article article;
    private final MendedText body;
    private final long fingerprint;
    private final MentionMerger merged = new MentionMerger();
    private List<EventMention> ofSentenceBefore = List.of();

    MentionWriter(String version, CleanArticle clean) {
        this.version = version;
        this.article = clean.given();
        this.body = clean.body();
        this.fingerprint = Fingerprint.of(body.text());
    }

    /** Writes the acts of the next sentence. */
    List<EventMention> write(AttributedReading sentence) {
        addDeadline(sentence);
        merged.add(ofSentenceBefore);
        Sentence span = sentence.reading().sentence();
        ofSentenceBefore =
                sentence.acts().stream().map(act -> mention(act, span)).toList();
        return ofSentenceBefore;
    }

    /** The mentions of all sentences. */
    List<EventMention> mentions() {
        merged.add(ofSentenceBefore);
        ofSentenceBefore = List.of();
        return merged.merged();
    }

    /** "The two had 48 hours to leave": a deadline that the next sentence gives. */
    private void addDeadline(AttributedReading next) {
        if (ofSentenceBefore.isEmpty()) {
            return;
        }
        OptionalInt deadline = Deadline.find(next.reading().tree());
        if (deadline.isPresent()) {
            for (EventMention mention : ofSentenceBefore) {
                if (mention.getDeadlineHours() == null && AttributeStage.takesDeadline(mention.getEventType())) {
                    mention.setDeadlineHours(deadline.getAsInt());
                }
            }
        }
    }

    private EventMention mention(AttributedAct written, Sentence sentence) {
        Act act = written.act();
        Candidate candidate = written.candidate();
        Attributes attributes = written.attributes();
        int begin = body.begin(sentence.textBegin());
        int end = body.end(sentence.end());
        OptionalInt deadline = attributes.deadlineHours();
        return EventMention.newBuilder()
                .setMentionId(id(act, begin))
                .setArticleId(article.articleId())
                .setContentHash(article.contentHash())
                .setBodyFingerprint(fingerprint)
                .setPublisher(article.publisher())
                .setUrl(article.url().isEmpty() ? null : article.url())
                .setPublishedAt(published(article))
                .setPublishedAtOffset(article.publishedAtOffset())
                .setFetchedAt(article.fetchedAt())
                .setEventType(act.type())
                .setCameoCode(act.cameo())
                .setSource(actor(act.source()))
                .setTarget(actor(act.target()))
                .setEventDate(act.dating().date())
                .setDateBasis(act.dating().basis())
                .setDatePrecision(act.dating().precision())
                .setCount(attributes.count().map(Count::number).orElse(null))
                .setCounted(attributes.count().map(Count::counted).orElse(null))
                .setDeadlineHours(deadline.isPresent() ? deadline.getAsInt() : null)
                .setStatedReason(attributes.reason().orElse(null))
                .setReciprocal(attributes.reciprocityCue().isPresent())
                .setReciprocityCue(attributes.reciprocityCue().orElse(null))
                .setModality(act.modality())
                .setAttributedTo(attributes.attributedTo().orElse(null))
                .setConfidence(attributes.confidence())
                .setQuote(article.body().substring(begin, end))
                .setQuoteStart(begin)
                .setQuoteEnd(end)
                .setWithdrawn(false)
                .setRuleId(candidate.trigger().rule().id())
                .setCoderVersion(version)
                .build();
    }

    /** The time of publication, but not after that of fetching. */
    static Instant published(Article article) {
        return article.publishedAt().isAfter(article.fetchedAt()) ? article.fetchedAt() : article.publishedAt();
    }

    private String id(Act act, int quoteStart) {
        return ContentId.of(
                article.articleId(),
                act.type().name(),
                act.source().code(),
                act.target().code(),
                act.dating().date().toString(),
                Integer.toString(quoteStart));
    }

    private static Actor actor(Party party) {
        return new Actor(party.code(), party.name().replaceAll("\\s+", " "), party.role());
    }
}
