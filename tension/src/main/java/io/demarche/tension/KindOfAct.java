package io.demarche.tension;

import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.tension.episodes.Scope;
import io.demarche.tension.evidence.MentionTriage;
import io.demarche.tension.evidence.Report;
import io.demarche.tension.evidence.Slot;
import io.demarche.tension.rules.Ruleset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The reports of one kind of act in one direction, by how they date it, each slot with the act that it tells of. */
final class KindOfAct {
    private static final int NONE = Integer.MIN_VALUE;

    final EventType type;
    final String name;
    private final Ruleset rules;
    private final Scope scope;
    private final NavigableMap<Integer, TreeMap<String, Report>> byDate = new TreeMap<>();
    private final NavigableMap<Slot, Alike> slots = new TreeMap<>();
    private final Map<Integer, Set<Alike>> told = new HashMap<>();
    private final Set<Integer> changedActs = new TreeSet<>();
    private boolean shifted;

    /** Reports that date the act alike. */
    private static final class Alike {
        private final Slot slot;
        private final Map<String, Report> reports = new HashMap<>();
        private int act = NONE;

        Alike(Slot slot) {
            this.slot = slot;
        }
    }

    KindOfAct(String name, EventType type, Ruleset rules, Scope scope) {
        this.name = name;
        this.type = type;
        this.rules = rules;
        this.scope = scope;
    }

    /** Takes a report in; returns the one that no longer counts, null where all do. */
    @Nullable
    EventMention take(Report report) {
        TreeMap<String, Report> sameDate = byDate.computeIfAbsent(report.date(), date -> new TreeMap<>());
        String id = report.mention().getMentionId();
        Report known = sameDate.get(id);
        if (known != null && MentionTriage.BY_VERSION.compare(report.mention(), known.mention()) <= 0) {
            return null;
        }
        boolean full = sameDate.size() >= rules.evidence().mostReports();
        if (known == null && full && id.compareTo(sameDate.lastKey()) > 0) {
            return report.mention();
        }
        Report displaced = known == null && full ? sameDate.pollLastEntry().getValue() : null;
        if (displaced != null) {
            remove(displaced);
        }
        if (known != null) {
            remove(known);
        }
        sameDate.put(id, report);
        Alike alike = slots.get(Slot.of(report));
        if (alike == null) {
            alike = new Alike(Slot.of(report));
            slots.put(alike.slot, alike);
            shifted = true;
        }
        alike.reports.put(id, report);
        scope.add(report);
        touch(alike);
        return displaced == null ? null : displaced.mention();
    }

    private void remove(Report report) {
        Alike alike = slots.get(Slot.of(report));
        scope.remove(report);
        if (alike != null && alike.reports.remove(report.mention().getMentionId()) != null) {
            touch(alike);
            shifted |= alike.reports.isEmpty();
        }
    }

    private void touch(Alike alike) {
        if (alike.act != NONE) {
            changedActs.add(alike.act);
        }
    }

    /**
     * Days came within view and others passed out of it.
     *
     * @return whether reports did, too
     */
    boolean shift(int after, int upTo, int horizon) {
        Slot next = slots.higherKey(new Slot(after, Slot.Dating.WITHDRAWN, Integer.MAX_VALUE));
        boolean comes = next != null && next.date() <= upTo;
        boolean goes = !slots.isEmpty() && slots.firstKey().date() < horizon;
        shifted |= comes || goes;
        return comes || goes;
    }

    /** Finds the acts anew. Returns the days on which an act changed, with their reports; none where it is gone. */
    Map<Integer, List<Report>> changes(int horizon, int asOf) {
        if (shifted) {
            assign(horizon, asOf);
            slots.values().removeIf(alike -> alike.reports.isEmpty());
            shifted = false;
        }
        Map<Integer, List<Report>> changes = new TreeMap<>();
        for (int day : changedActs) {
            List<Report> reports = new ArrayList<>();
            told.getOrDefault(day, Set.of()).forEach(alike -> reports.addAll(alike.reports.values()));
            changes.put(day, reports);
        }
        changedActs.clear();
        return changes;
    }

    private void assign(int horizon, int asOf) {
        List<Alike> telling = new ArrayList<>();
        List<Slot> standing = new ArrayList<>();
        for (Alike alike : slots.values()) {
            boolean within = alike.slot.date() >= horizon && alike.slot.date() <= asOf;
            if (within && alike.slot.dating() != Slot.Dating.WITHDRAWN && !alike.reports.isEmpty()) {
                telling.add(alike);
                standing.add(alike.slot);
            } else {
                tell(alike, NONE);
            }
        }
        int[] days = Slot.actDays(standing, rules.evidence());
        for (int i = 0; i < days.length; i++) {
            tell(telling.get(i), days[i]);
        }
        byDate.headMap(horizon, false).clear();
        slots.headMap(new Slot(horizon, Slot.Dating.STATED, 0), false).values().forEach(alike -> alike.reports.clear());
    }

    private void tell(Alike alike, int act) {
        if (alike.act == act) {
            return;
        }
        if (alike.act != NONE) {
            changedActs.add(alike.act);
            Set<Alike> before = told.get(alike.act);
            if (before != null && before.remove(alike) && before.isEmpty()) {
                told.remove(alike.act);
            }
        }
        if (act != NONE) {
            changedActs.add(act);
            told.computeIfAbsent(act, day -> new HashSet<>()).add(alike);
        }
        alike.act = act;
    }
}
