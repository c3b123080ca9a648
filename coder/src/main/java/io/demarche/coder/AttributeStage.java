package io.demarche.coder;

import io.demarche.avro.DateBasis;
import io.demarche.avro.EventType;
import io.demarche.coder.AttributedReading.AttributedAct;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.attribute.Attributes;
import io.demarche.coder.attribute.Attribution;
import io.demarche.coder.attribute.Confidence;
import io.demarche.coder.attribute.CountReader;
import io.demarche.coder.attribute.Deadline;
import io.demarche.coder.attribute.Reason;
import io.demarche.coder.candidate.Act;
import io.demarche.coder.candidate.Candidate;
import io.demarche.coder.candidate.Reading;
import io.demarche.coder.lexicon.Cues;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.text.PhraseMatch;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the particulars of each act off its sentence. */
final class AttributeStage {
    private static final Set<EventType> WITH_DEADLINE = EnumSet.of(
            EventType.DIPLOMATS_EXPELLED, EventType.MISSION_CLOSED, EventType.THREATENED, EventType.DEMANDED);

    private final Lexicon lexicon;
    private final NounReader nouns;
    private final Confidence confidence;

    AttributeStage(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.nouns = new NounReader(lexicon.nouns());
        this.confidence = new Confidence(lexicon.factors());
    }

    AttributedReading apply(Reading reading) {
        List<AttributedAct> acts = new ArrayList<>();
        for (Candidate candidate : reading.candidates()) {
            for (Act act : candidate.acts()) {
                acts.add(new AttributedAct(
                        candidate, act, attributes(candidate, act, reading, confidence(candidate, act))));
            }
        }
        return new AttributedReading(reading, List.copyOf(acts));
    }

    private double confidence(Candidate candidate, Act act) {
        return confidence.of(candidate.trigger(), act.evidence(), act.dating().basis() != DateBasis.PUBLICATION);
    }

    /** The particulars of an act, in which one may be so confident. */
    Attributes attributes(Candidate candidate, Act act, Reading reading, double sure) {
        ParsedSentence s = reading.tree();
        return new Attributes(
                CountReader.read(act.type(), s, candidate.trigger().word(), reading.names(), nouns),
                takesDeadline(act.type()) ? Deadline.find(s) : OptionalInt.empty(),
                Reason.find(s, candidate.trigger().token(), reading.memory().body(), lexicon.cues()),
                reciprocityCue(reading),
                Attribution.read(s, candidate.factuality()),
                Math.round(sure * 1000) / 1000.0);
    }

    /** Whether acts of this type come with a deadline. */
    static boolean takesDeadline(EventType type) {
        return WITH_DEADLINE.contains(type);
    }

    private Optional<String> reciprocityCue(Reading reading) {
        String body = reading.memory().body();
        List<PhraseMatch<Cues.Kind>> cues = lexicon.cues()
                .find(
                        Cues.Kind.RECIPROCITY,
                        body,
                        reading.sentence().textBegin(),
                        reading.sentence().end());
        return cues.stream().findFirst().map(cue -> body.substring(cue.begin(), cue.end()));
    }
}
