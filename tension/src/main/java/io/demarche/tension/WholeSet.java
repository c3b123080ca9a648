package io.demarche.tension;

import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import io.demarche.tension.evidence.MentionTriage;
import io.demarche.tension.verdicts.Judgements;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Follows a pair by assessing all that is known of it each time. */
final class WholeSet implements Following {
    private final Assessor assessor;
    private final Dyad dyad;
    private final Judgements judgements;
    private final Map<String, EventMention> known = new HashMap<>();
    private Set<String> held = Set.of();
    private Set<String> heldAlerts = Set.of();

    WholeSet(Assessor assessor, Dyad dyad, Judgements judgements) {
        this.assessor = assessor;
        this.dyad = dyad;
        this.judgements = judgements;
    }

    @Override
    public Optional<EventMention> take(EventMention mention) {
        known.merge(mention.getMentionId(), mention, (a, b) -> MentionTriage.BY_VERSION.compare(b, a) > 0 ? b : a);
        return Optional.empty();
    }

    @Override
    public boolean isWithdrawn(String mentionId) {
        EventMention mention = known.get(mentionId);
        return mention != null && mention.getWithdrawn();
    }

    @Override
    public Judgements judgements() {
        return judgements;
    }

    @Override
    public Findings asOf(LocalDate day) {
        Assessment now = assessor.assess(dyad, known.values(), judgements, day);
        Set<String> gone = new TreeSet<>(held);
        held = new TreeSet<>();
        now.events().stream().map(DiplomaticEvent::getEventId).forEach(held::add);
        gone.removeAll(held);
        Set<String> goneAlerts = new TreeSet<>(heldAlerts);
        heldAlerts = new TreeSet<>();
        now.alerts().stream().map(EscalationAlert::getAlertId).forEach(heldAlerts::add);
        goneAlerts.removeAll(heldAlerts);
        return new Findings(now, gone, goneAlerts);
    }
}
