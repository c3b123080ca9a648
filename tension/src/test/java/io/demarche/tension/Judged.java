package io.demarche.tension;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EventMention;
import io.demarche.avro.Evidence;
import io.demarche.avro.Verdict;
import io.demarche.schemas.ContentId;
import io.demarche.schemas.Dyad;
import io.demarche.schemas.TrustedRecords;
import io.demarche.schemas.Verdicts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Verdicts as tests give them. */
public final class Judged {
    /** All that a verdict can say. */
    public static final List<Verdict> KINDS = List.of(
            Verdict.RIGHT,
            Verdict.WRONG,
            Verdict.WRONG_SIDES,
            Verdict.WRONG_TYPE,
            Verdict.WRONG_DATE,
            Verdict.DUPLICATE,
            Verdict.TAKEN_BACK);

    private static final Instant FIRST = Instant.parse("2024-06-01T10:00:00Z");

    private Judged() {}

    /** On an event as it was announced, so many minutes after the first. */
    public static AnalystVerdict on(DiplomaticEvent event, Verdict verdict, int minute) {
        return on(event, verdict, minute, more -> {});
    }

    /** On an event, with what a correction says besides. */
    public static AnalystVerdict on(DiplomaticEvent event, Verdict verdict, int minute, Consumer<AnalystVerdict> more) {
        TrustedRecords.declare();
        AnalystVerdict judged = AnalystVerdict.newBuilder()
                .setVerdictId("")
                .setEventId(event.getEventId())
                .setMentionIds(
                        event.getEvidence().stream().map(Evidence::getMentionId).toList())
                .setDyad(event.getDyad())
                .setVerdict(verdict)
                .setEventType(event.getEventType())
                .setSource(event.getSource().getCountry())
                .setTarget(event.getTarget().getCountry())
                .setEventDate(event.getEventDate())
                .setCameoCode(event.getCameoCode())
                .setReportedAt(event.getFirstReportedAt())
                .setAnalyst("ana")
                .setAt(FIRST.plusSeconds(60L * minute))
                .build();
        more.accept(judged);
        judged.setVerdictId(Verdicts.idOf(judged));
        return judged;
    }

    /** On the event that a mention makes, if its own date stands. */
    public static AnalystVerdict on(EventMention mention, Verdict verdict, int minute, Consumer<AnalystVerdict> more) {
        TrustedRecords.declare();
        String source = mention.getSource().getCountry();
        String target = mention.getTarget().getCountry();
        LocalDate date = mention.getEventDate();
        AnalystVerdict judged = AnalystVerdict.newBuilder()
                .setVerdictId("")
                .setEventId(ContentId.of(source, target, mention.getEventType().name(), date.toString()))
                .setMentionIds(List.of(mention.getMentionId()))
                .setDyad(Dyad.between(source, target).orElseThrow().toString())
                .setVerdict(verdict)
                .setEventType(mention.getEventType())
                .setSource(source)
                .setTarget(target)
                .setEventDate(date)
                .setCameoCode(mention.getCameoCode())
                .setReportedAt(mention.getPublishedAt())
                .setAnalyst("ana")
                .setAt(FIRST.plusSeconds(60L * minute))
                .build();
        more.accept(judged);
        judged.setVerdictId(Verdicts.idOf(judged));
        return judged;
    }
}
