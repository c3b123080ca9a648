package io.demarche.tension.records;

import io.demarche.avro.AlertEvent;
import io.demarche.avro.AlertFigures;
import io.demarche.avro.AlertStatus;
import io.demarche.avro.ChainLink;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.TensionLevel;
import io.demarche.schemas.ContentId;
import io.demarche.tension.episodes.DyadHistory;
import io.demarche.tension.episodes.Episode;
import io.demarche.tension.episodes.Scope;
import io.demarche.tension.episodes.Step;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.Report;
import io.demarche.tension.evidence.Voices;
import io.demarche.tension.levels.SurgeReading;
import io.demarche.tension.links.Link;
import io.demarche.tension.rules.CodeTable;
import io.demarche.tension.rules.Days;
import io.demarche.tension.rules.Rounding;
import io.demarche.tension.rules.Ruleset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the levels that a pair reached as {@link EscalationAlert}s. Remembers what it worked out of the acts that it showed
 * last, so that an act which is shown again costs nothing: one writer serves one pair. Not thread-safe.
 */
public final class AlertWriter {
    /** Hostile acts of so many days up to the day of a surge are shown as what it rests on. */
    private static final int SURGE_DAYS = 14;

    /** By firedOn, then level. */
    public static final Comparator<EscalationAlert> ORDER =
            Comparator.comparing(EscalationAlert::getFiredOn).thenComparing(EscalationAlert::getLevel);

    private final CodeTable codes;
    private final Ruleset rules;
    private final Phrases phrases;
    private final Explanations explanations;
    private Map<Act, Shown> shown = new IdentityHashMap<>();
    private Map<Act, Shown> shownBefore = new IdentityHashMap<>();

    public AlertWriter(CodeTable codes, Ruleset rules, Phrases phrases) {
        this.codes = codes;
        this.rules = rules;
        this.phrases = phrases;
        this.explanations = new Explanations(rules);
    }

    /** What alerts ask of an act, worked out when it is first asked. */
    private final class Shown {
        private final Act act;
        private @Nullable AlertEvent event;
        private @Nullable Integer believedFrom;
        private final Map<Integer, Said> said = new HashMap<>();

        Shown(Act act) {
            this.act = act;
        }

        AlertEvent event() {
            if (event == null) {
                event = write(act);
            }
            return event;
        }

        int believedFrom() {
            if (believedFrom == null) {
                believedFrom = AlertWriter.this.believedFrom(act);
            }
            return believedFrom;
        }
    }

    /** What is said of a step: all of it follows from the act, what it answers, and the level. */
    private record Said(@Nullable Link link, String headline, String explanation) {}

    private Said said(Act act, Step step, SurgeReading reading) {
        Map<Integer, Said> known = shown(act).said;
        Said before = known.get(step.level());
        Link link = step.link();
        if (before != null && before.link() == link) {
            return before;
        }
        String headline = link == null ? phrases.sentence(act) : phrases.sentence(link);
        Said now = new Said(link, headline, explanations.of(step, reading));
        known.put(step.level(), now);
        return now;
    }

    private Said said(DyadHistory history, Step step, SurgeReading reading) {
        if (step.act() != null) {
            return said(step.act(), step, reading);
        }
        return new Said(null, phrases.surge(history.dyad(), reading), explanations.of(step, reading));
    }

    private Shown shown(Act act) {
        return shown.computeIfAbsent(act, same -> shownBefore.getOrDefault(same, new Shown(same)));
    }

    /** All alerts of a pair, in {@link #ORDER}. */
    public List<EscalationAlert> write(DyadHistory history) {
        begin();
        List<EscalationAlert> alerts = new ArrayList<>();
        history.walk().episodes().forEach(episode -> alerts.addAll(write(history, episode)));
        alerts.sort(ORDER);
        return alerts;
    }

    /** Begins a round of writing: what was not shown in the round before is forgotten. */
    public void begin() {
        shownBefore = shown;
        shown = new IdentityHashMap<>();
    }

    /** The alerts of an episode. */
    public List<EscalationAlert> write(DyadHistory history, Episode episode) {
        return episode.steps().stream()
                .map(step -> write(history, episode, step))
                .toList();
    }

    /** The first day on which what an episode's alerts tell can hang: an answer may be to an act before it. */
    public int bearsFrom(Episode episode) {
        return episode.start() - Math.max(SURGE_DAYS, rules.links().textDays());
    }

    private EscalationAlert write(DyadHistory history, Episode episode, Step step) {
        TensionLevel level = DyadHistory.level(step.level());
        SurgeReading reading = step.reading();
        Said said = said(history, step, reading);
        List<Act> acts = supporting(history, episode, step);
        Scope.Stretch evidence = history.scope().within(bearsFrom(episode), episode.lastActive());
        return EscalationAlert.newBuilder()
                .setAlertId(ContentId.of(
                        history.dyad().toString(),
                        Days.date(episode.start()).toString(),
                        level.name(),
                        rules.version()))
                .setDyad(history.dyad().toString())
                .setLevel(level)
                .setPreviousLevel(DyadHistory.level(step.previous()))
                .setEpisodeStart(Days.date(episode.start()))
                .setFiredOn(Days.date(step.day()))
                .setStatus(status(evidence, episode, step))
                .setRule(step.rule())
                .setHeadline(said.headline())
                .setWhy(AlertFigures.newBuilder()
                        .setSurge(reading.z())
                        .setRecentHostility(reading.recent())
                        .setExpectedHostility(reading.expected())
                        .setEvents(reading.events30())
                        .setHostileEvents(reading.hostileEvents30())
                        .setExplanation(said.explanation())
                        .build())
                .setEvents(acts.stream().map(act -> shown(act).event()).toList())
                .setReciprocityChain(chain(history, acts))
                .setConfidence(confidence(step))
                .setAsOf(Days.date(
                        episode.isOpen()
                                ? Math.max(episode.start(), history.scope().latestUpTo(episode.lastActive()))
                                : episode.closedOn()))
                .setRevision(Math.max(1, 2 * evidence.articles() - 1) + (episode.isOpen() ? 0 : 1))
                .setRulesetVersion(rules.version())
                .build();
    }

    /**
     * FIRING while all that bears on the episode was published by the day on which the level could first be known,
     * UPDATED once something was published later, RESOLVED when the episode has closed. All three follow from the set of
     * mentions, so that a replay ends at the same status.
     */
    private AlertStatus status(Scope.Stretch evidence, Episode episode, Step step) {
        if (!episode.isOpen()) {
            return AlertStatus.RESOLVED;
        }
        return evidence.published() > knownFrom(step) ? AlertStatus.UPDATED : AlertStatus.FIRING;
    }

    private int knownFrom(Step step) {
        int known = step.day();
        if (step.act() != null) {
            known = Math.max(known, shown(step.act()).believedFrom());
        }
        if (step.link() != null) {
            known = Math.max(known, shown(step.link().to()).believedFrom());
        }
        return known;
    }

    /** The publication day by which what had been published made the act count. */
    private int believedFrom(Act act) {
        List<Integer> days = act.reports().stream()
                .map(Report::published)
                .distinct()
                .sorted()
                .toList();
        for (int day : days) {
            List<Report> sofar = act.reports().stream()
                    .filter(report -> report.published() <= day && !report.threatened())
                    .toList();
            if (Act.counts(Voices.of(sofar, rules.evidence().copyBits()), rules)) {
                return day;
            }
        }
        return days.get(days.size() - 1);
    }

    private List<Act> supporting(DyadHistory history, Episode episode, Step step) {
        Map<String, Act> raising = new LinkedHashMap<>();
        if (step.link() != null) {
            raising.put(step.link().to().id(), step.link().to());
        }
        if (step.act() != null) {
            raising.put(step.act().id(), step.act());
        }
        int most = rules.shown().alertEvents();
        List<Act> others = switch (step.rule()) {
            case RECIPROCITY -> history.acts().latestRetaliations(episode.start(), episode.lastActive(), most);
            case ACT -> history.acts().latestOfLevel(step.level(), episode.start(), episode.lastActive(), most);
            case SURGE, UNKNOWN -> gravest(history, step.day());
        };
        for (Act act : others) {
            if (raising.size() == rules.shown().alertEvents()) {
                break;
            }
            raising.putIfAbsent(act.id(), act);
        }
        return raising.values().stream().sorted(Act.ORDER).toList();
    }

    /** The gravest hostile acts of the days up to a surge. */
    private List<Act> gravest(DyadHistory history, int day) {
        return history.acts().within(day - SURGE_DAYS + 1, day).stream()
                .filter(Act::counts)
                .filter(act -> goldstein(act) < 0)
                .sorted(Comparator.comparingInt(this::goldstein)
                        .thenComparing(Comparator.comparingDouble(Act::belief).reversed())
                        .thenComparing(Act.ORDER.reversed()))
                .toList();
    }

    private int goldstein(Act act) {
        return codes.goldstein(act.best().getCameoCode());
    }

    private List<ChainLink> chain(DyadHistory history, List<Act> acts) {
        Set<String> shown = acts.stream().map(Act::id).collect(Collectors.toUnmodifiableSet());
        return acts.stream()
                .map(act -> history.acts().link(act))
                .filter(Objects::nonNull)
                .filter(link -> shown.contains(link.to().id()))
                .limit(rules.shown().alertLinks())
                .map(link -> ChainLink.newBuilder()
                        .setEventId(link.answer().id())
                        .setInResponseTo(link.to().id())
                        .setLagDays(link.lagDays())
                        .setBasis(link.basis())
                        .setConfidence(link.confidence())
                        .build())
                .toList();
    }

    private AlertEvent write(Act act) {
        EventMention counting = act.firstWith(EventMention::getCount);
        return AlertEvent.newBuilder()
                .setEventId(act.id())
                .setEventType(act.type())
                .setCameoCode(act.best().getCameoCode())
                .setSource(act.source())
                .setTarget(act.target())
                .setEventDate(Days.date(act.date()))
                .setCount(counting == null ? null : counting.getCount())
                .setSummary(phrases.sentence(act) + ".")
                .setConfidence(act.belief())
                .setMentions(act.reports().size())
                .setEvidence(EventWriter.evidence(act, rules.shown().alertQuotes()))
                .build();
    }

    private double confidence(Step step) {
        if (step.act() == null) {
            return rules.surge().confidence();
        }
        Link link = step.link();
        double belief = step.act().belief();
        return link == null ? belief : Rounding.four(belief * link.to().belief() * link.confidence());
    }
}
