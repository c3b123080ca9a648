package io.demarche.streams;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.Evidence;
import io.demarche.avro.Verdict;
import io.demarche.schemas.TrustedRecords;
import io.demarche.schemas.Verdicts;
import java.time.Instant;
import java.util.function.Consumer;

/** Verdicts on events as they were announced. */
final class Judged {
    private static final Instant FIRST = Instant.parse("2024-06-01T10:00:00Z");

    private Judged() {}

    static AnalystVerdict on(DiplomaticEvent event, Verdict verdict, int minute) {
        return on(event, verdict, minute, more -> {});
    }

    /** So many minutes after the first, with what a correction says besides. */
    static AnalystVerdict on(DiplomaticEvent event, Verdict verdict, int minute, Consumer<AnalystVerdict> more) {
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
                .setNote("It was a drill.")
                .setAnalyst("ana")
                .setAt(FIRST.plusSeconds(60L * minute))
                .build();
        more.accept(judged);
        judged.setVerdictId(Verdicts.idOf(judged));
        return judged;
    }
}
