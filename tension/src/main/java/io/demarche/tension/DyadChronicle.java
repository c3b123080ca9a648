package io.demarche.tension;

import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.schemas.Dyad;
import io.demarche.tension.episodes.DayWalk;
import io.demarche.tension.episodes.DyadHistory;
import io.demarche.tension.episodes.Episode;
import io.demarche.tension.episodes.Scope;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.MentionTriage;
import io.demarche.tension.evidence.Report;
import io.demarche.tension.levels.ActDay;
import io.demarche.tension.levels.ActDay.Sums;
import io.demarche.tension.levels.ActDays;
import io.demarche.tension.links.LinkedActs;
import io.demarche.tension.links.Reciprocity;
import io.demarche.tension.records.AlertWriter;
import io.demarche.tension.rules.Days;
import io.demarche.tension.verdicts.Judgements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A pair of states kept up to date: what {@link LadderAssessor#assess} makes of the whole set, at a cost that does not grow
 * with the set. A mention concerns the act that it tells of, the links about that act and the figures from its day on; the days
 * before it, and the episodes that ended before it, are not looked at again.
 */
final class DyadChronicle implements Following {
    private final LadderAssessor assessor;
    private final Dyad dyad;
    private final Judgements judgements;
    private final Map<String, KindOfAct> kinds = new TreeMap<>();
    private final Set<KindOfAct> touched = new HashSet<>();
    private final Scope scope;
    private final LinkedActs linked;
    private final AlertWriter alerts;
    private final Map<Integer, Map<String, Act>> acts = new HashMap<>();
    private final Map<String, Sums> sums = new HashMap<>();
    private final TreeMap<Integer, ActDay> days = new TreeMap<>();
    private final ActDays actDays = new ActDays(days);
    private final DayWalk walk;
    private final TreeSet<Integer> disturbed = new TreeSet<>();
    private final Set<String> withdrawn = new HashSet<>();
    /** The alerts of the episodes that had closed when they were last told. */
    private Map<Episode, List<String>> told = new IdentityHashMap<>();

    private Set<String> holding = new TreeSet<>();
    private @Nullable LocalDate asOf;

    DyadChronicle(LadderAssessor assessor, Dyad dyad, Judgements judgements) {
        this.assessor = assessor;
        this.dyad = dyad;
        this.judgements = judgements;
        this.alerts = assessor.alertWriter();
        this.linked = new LinkedActs(new Reciprocity(assessor.rules().links()));
        this.scope = new Scope(assessor.rules().evidence().historyDays());
        this.walk = new DayWalk(assessor.rules());
    }

    @Override
    public Optional<EventMention> take(EventMention mention) {
        EventType type = mention.getEventType();
        KindOfAct kind = kinds.computeIfAbsent(
                mention.getSource().getCountry() + "/" + type,
                key -> new KindOfAct(key, type, assessor.rules(), scope));
        touched.add(kind);
        disturbed.add(Days.of(mention.getEventDate()));
        if (mention.getWithdrawn()) {
            withdrawn.add(mention.getMentionId());
        } else {
            withdrawn.remove(mention.getMentionId());
        }
        return Optional.ofNullable(kind.take(Report.of(mention)));
    }

    @Override
    public boolean isWithdrawn(String mentionId) {
        return withdrawn.contains(mentionId);
    }

    @Override
    public Judgements judgements() {
        return judgements;
    }

    @Override
    public Findings asOf(LocalDate day) {
        int last = Days.of(day);
        int horizon = Days.of(assessor.rules().keptFrom(day));
        if (!day.equals(asOf)) {
            int before = asOf == null ? Integer.MIN_VALUE : Days.of(asOf);
            for (KindOfAct kind : kinds.values()) {
                if (kind.shift(before, last, horizon)) {
                    touched.add(kind);
                }
            }
            asOf = day;
        }
        disturbed.addAll(scope.forgetBefore(horizon));
        Map<String, @Nullable Act> changes = new TreeMap<>();
        TreeSet<Integer> changedDays = new TreeSet<>();
        for (KindOfAct kind : touched) {
            kind.changes(horizon, last).forEach((date, reports) -> {
                changedDays.add(date);
                change(kind, date, reports, changes);
            });
        }
        touched.clear();
        Set<String> relinked = linked.change(changes);
        Map<String, Act> written = new HashMap<>();
        changes.forEach((id, act) -> {
            if (act != null) {
                written.put(id, act);
            }
        });
        for (String id : relinked) {
            Act act = linked.act(id);
            if (act != null) {
                changedDays.add(act.date());
                written.put(id, act);
            }
        }
        changedDays.forEach(this::renew);
        int since = assessor.since(day);
        walk.walk(actDays, since, changedDays.isEmpty() ? Integer.MAX_VALUE : changedDays.first(), last);
        disturbed.addAll(changedDays);
        DyadHistory history = new DyadHistory(dyad, last, since, MentionTriage.NOTHING, actDays, scope, walk);
        return found(history, written, gone(changes));
    }

    private Findings found(DyadHistory history, Map<String, Act> written, Set<String> gone) {
        List<DiplomaticEvent> events = written.values().stream()
                .sorted(Comparator.comparingInt(Act::date).thenComparing(Act::id))
                .map(act -> assessor.event(dyad, act, linked.links().get(act.id())))
                .toList();
        Map<Episode, List<String>> tell = new IdentityHashMap<>();
        Set<String> holds = new TreeSet<>();
        List<EscalationAlert> changed = new ArrayList<>();
        alerts.begin();
        for (Episode episode : walk.episodes()) {
            List<String> ids = told.get(episode);
            if (ids == null || isDisturbed(episode)) {
                List<EscalationAlert> own = alerts.write(history, episode);
                changed.addAll(own);
                ids = own.stream().map(EscalationAlert::getAlertId).toList();
            }
            if (!episode.isOpen()) {
                tell.put(episode, ids);
            }
            holds.addAll(ids);
        }
        Set<String> goneAlerts = new TreeSet<>(holding);
        goneAlerts.removeAll(holds);
        holding = holds;
        told = tell;
        disturbed.clear();
        changed.sort(AlertWriter.ORDER);
        return new Findings(
                new Assessment(events, history.tension(assessor.rules().version()), changed), gone, goneAlerts);
    }

    /** Whether something changed on a day up to the episode's end: what is expected hangs on all that was before. */
    private boolean isDisturbed(Episode episode) {
        return !disturbed.isEmpty() && disturbed.first() <= episode.lastActive();
    }

    private void change(KindOfAct kind, int date, List<Report> reports, Map<String, @Nullable Act> changes) {
        Map<String, Act> day = acts.computeIfAbsent(date, d -> new HashMap<>());
        String key = kind.name;
        Act before = day.remove(key);
        if (before != null) {
            changes.put(before.id(), null);
            sums.remove(before.id());
        }
        if (!reports.isEmpty()) {
            Act act = assessor.act(kind.type, date, reports, judgements);
            if (act != null) {
                day.put(key, act);
                changes.put(act.id(), act);
                sums.put(act.id(), assessor.sums(act));
            }
        }
    }

    private void renew(int date) {
        Map<String, Act> day = acts.getOrDefault(date, Map.of());
        if (day.isEmpty()) {
            acts.remove(date);
            days.remove(date);
        } else {
            days.put(date, ActDay.of(day.values(), linked.links(), act -> sums.getOrDefault(act.id(), Sums.NONE)));
        }
    }

    private static Set<String> gone(Map<String, @Nullable Act> changes) {
        Set<String> gone = new TreeSet<>();
        changes.forEach((id, act) -> {
            if (act == null) {
                gone.add(id);
            }
        });
        return gone;
    }
}
