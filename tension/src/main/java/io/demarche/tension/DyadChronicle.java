package io.demarche.tension;

import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.schemas.Dyad;
import io.demarche.tension.episodes.DyadHistory;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.Report;
import io.demarche.tension.levels.ActDay;
import io.demarche.tension.levels.ActDay.Sums;
import io.demarche.tension.levels.ActDays;
import io.demarche.tension.links.LinkedActs;
import io.demarche.tension.links.Reciprocity;
import io.demarche.tension.records.AlertWriter;
import io.demarche.tension.rules.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A pair of states kept up to date: what {@link LadderAssessor#assess} makes of the whole set, at a cost that does not grow
 * with the set. A mention concerns the act that it tells of, the links about that act and the figures of its day; the
 * ladder is then walked over days, of which there are no more than the horizon has.
 */
final class DyadChronicle implements Following {
    private final LadderAssessor assessor;
    private final Dyad dyad;
    private final Map<String, KindOfAct> kinds = new TreeMap<>();
    private final Set<KindOfAct> touched = new HashSet<>();
    private final KindOfAct.Bearings bearings = new KindOfAct.Bearings();
    private final LinkedActs linked;
    private final AlertWriter alerts;
    private final Map<Integer, Map<String, Act>> acts = new HashMap<>();
    private final Map<String, Sums> sums = new HashMap<>();
    private final TreeMap<Integer, ActDay> days = new TreeMap<>();
    private @Nullable LocalDate asOf;

    DyadChronicle(LadderAssessor assessor, Dyad dyad) {
        this.assessor = assessor;
        this.dyad = dyad;
        this.alerts = assessor.alertWriter();
        this.linked = new LinkedActs(new Reciprocity(assessor.rules().links()));
    }

    @Override
    public Optional<EventMention> take(EventMention mention) {
        EventType type = mention.getEventType();
        KindOfAct kind = kinds.computeIfAbsent(
                mention.getSource().getCountry() + "/" + type, key -> new KindOfAct(key, type, assessor.rules()));
        touched.add(kind);
        return Optional.ofNullable(kind.take(Report.of(mention)));
    }

    @Override
    public Findings asOf(LocalDate day) {
        if (!day.equals(asOf)) {
            kinds.values().forEach(KindOfAct::shift);
            touched.addAll(kinds.values());
            asOf = day;
        }
        int last = Days.of(day);
        int horizon = Days.of(day.minusDays(assessor.rules().evidence().horizonDays()));
        Map<String, @Nullable Act> changes = new TreeMap<>();
        Set<Integer> changedDays = new TreeSet<>();
        for (KindOfAct kind : touched) {
            kind.changes(horizon, last, bearings).forEach((date, reports) -> {
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
        return new Findings(write(written, day), gone(changes));
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
            Act act = assessor.act(kind.type, date, reports);
            day.put(key, act);
            changes.put(act.id(), act);
            sums.put(act.id(), assessor.sums(act));
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

    private Assessment write(Map<String, Act> written, LocalDate day) {
        DyadHistory history = assessor.history(dyad, new ActDays(days), bearings.scope(), day);
        List<DiplomaticEvent> events = new ArrayList<>();
        written.values().stream()
                .sorted(Comparator.comparingInt(Act::date).thenComparing(Act::id))
                .forEach(act -> events.add(assessor.event(history, act)));
        return new Assessment(
                events, history.tension(history.asOf(), assessor.rules().version()), alerts.write(history));
    }
}
