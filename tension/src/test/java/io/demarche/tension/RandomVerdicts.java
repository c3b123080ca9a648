package io.demarche.tension;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EventType;
import io.demarche.avro.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Verdicts at random on events: of every kind, several on one event, and of corrections to the pair's own acts. */
final class RandomVerdicts {
    private RandomVerdicts() {}

    static List<AnalystVerdict> on(List<DiplomaticEvent> events, Random random) {
        List<AnalystVerdict> verdicts = new ArrayList<>();
        for (DiplomaticEvent event : events) {
            for (int some = random.nextInt(3); some > 0; some--) {
                verdicts.add(one(event, random));
            }
        }
        return verdicts;
    }

    private static AnalystVerdict one(DiplomaticEvent event, Random random) {
        Verdict kind = Judged.KINDS.get(random.nextInt(Judged.KINDS.size()));
        boolean byMentions = random.nextInt(4) == 0 && !event.getEvidence().isEmpty();
        return Judged.on(event, kind, random.nextInt(1000), verdict -> {
            if (byMentions) {
                verdict.setEventId(null);
            }
            switch (kind) {
                case WRONG_SIDES -> {
                    verdict.setCorrectedSource(verdict.getTarget());
                    verdict.setCorrectedTarget(verdict.getSource());
                }
                case WRONG_TYPE ->
                    verdict.setCorrectedType(random.nextBoolean() ? EventType.DIPLOMATS_EXPELLED : EventType.CONDEMNED);
                case WRONG_DATE -> verdict.setCorrectedDate(event.getEventDate().plusDays(1 + random.nextInt(5)));
                default -> {}
            }
        });
    }
}
