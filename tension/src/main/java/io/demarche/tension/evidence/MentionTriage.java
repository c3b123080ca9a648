package io.demarche.tension.evidence;

import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import io.demarche.tension.rules.Days;
import io.demarche.tension.rules.Ruleset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which mentions of a collection count for one dyad on one day, and how many do not, and why. A function of the set: of
 * each mentionId the latest version counts (by fetchedAt, then contentHash, then the earlier publication, then every other field), wherever it stands.
 *
 * @param current latest versions of the mentions dated within the horizon, withdrawn ones too, by mentionId
 * @param superseded distinct mentions of which a later version is known, and repeats
 * @param expired mentions dated before the horizon: dropped
 * @param ahead mentions dated after the as-of day: they count when that day has come
 * @param surplus mentions of an act that is reported more often than {@code reports.most}, beyond those that count
 * @param foreign mentions of another pair, or of no pair of states
 */
public record MentionTriage(
        List<EventMention> current, int superseded, int expired, int ahead, int surplus, int foreign) {
    /** Latest version last; total, so that ties cannot be told apart by any field. */
    public static final Comparator<EventMention> BY_VERSION = Comparator.comparing(EventMention::getFetchedAt)
            .thenComparing(EventMention::getContentHash)
            .thenComparing(EventMention::getPublishedAt, Comparator.reverseOrder())
            .thenComparing(EventMention::getWithdrawn)
            .thenComparing(Comparator.naturalOrder());

    /** No mentions. */
    public static final MentionTriage NOTHING = new MentionTriage(List.of(), 0, 0, 0, 0, 0);

    public MentionTriage {
        current = List.copyOf(current);
    }

    /** Sorts out the mentions for one pair. */
    public static MentionTriage of(Dyad dyad, Collection<EventMention> mentions, LocalDate asOf, Ruleset rules) {
        Map<String, EventMention> latest = new HashMap<>();
        int foreign = 0;
        int superseded = 0;
        for (EventMention mention : mentions) {
            if (!isOf(dyad, mention)) {
                foreign++;
                continue;
            }
            EventMention known = latest.get(mention.getMentionId());
            if (known != null) {
                superseded++;
            }
            if (known == null || BY_VERSION.compare(mention, known) > 0) {
                latest.put(mention.getMentionId(), mention);
            }
        }
        LocalDate horizon = rules.keptFrom(asOf);
        List<EventMention> current = new ArrayList<>(latest.size());
        int expired = 0;
        int ahead = 0;
        Map<String, EventMention> counting =
                first(latest.values(), rules.evidence().mostReports());
        for (EventMention mention : counting.values()) {
            if (mention.getEventDate().isBefore(horizon)) {
                expired++;
            } else if (mention.getEventDate().isAfter(asOf)) {
                ahead++;
            } else {
                current.add(mention);
            }
        }
        current.sort(Comparator.comparing(EventMention::getMentionId));
        return new MentionTriage(current, superseded, expired, ahead, latest.size() - counting.size(), foreign);
    }

    /** Of those that date one kind of act alike the first so many, withdrawn ones too, by mentionId. */
    private static Map<String, EventMention> first(Collection<EventMention> mentions, int most) {
        Map<String, TreeMap<String, EventMention>> alike = new HashMap<>();
        for (EventMention mention : mentions) {
            String key = mention.getSource().getCountry() + mention.getEventType() + Days.of(mention.getEventDate());
            TreeMap<String, EventMention> own = alike.computeIfAbsent(key, k -> new TreeMap<>());
            own.put(mention.getMentionId(), mention);
            if (own.size() > most) {
                own.pollLastEntry();
            }
        }
        Map<String, EventMention> first = new HashMap<>();
        alike.values().forEach(first::putAll);
        return first;
    }

    private static boolean isOf(Dyad dyad, EventMention mention) {
        String source = mention.getSource().getCountry();
        String target = mention.getTarget().getCountry();
        return source.equals(dyad.first()) && target.equals(dyad.second())
                || source.equals(dyad.second()) && target.equals(dyad.first());
    }
}
