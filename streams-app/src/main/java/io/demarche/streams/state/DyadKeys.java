package io.demarche.streams.state;

import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import io.demarche.schemas.PublicationDay;
import java.time.LocalDate;

/**
 * The keys of a dyad's entries: {@code AZE-FRA/2023-12-28/<mentionId>} and the like, so that a dyad, or some days of it, is
 * one range of the store. Days are those of the acts, which are part of a mention's identity, and have four-digit years, so
 * that text order is time order.
 */
public final class DyadKeys {
    /** The character that follows the slash in order. */
    private static final char BEHIND_SLASH = '/' + 1;

    private DyadKeys() {}

    /** The key of a mention. */
    public static String mention(Dyad dyad, EventMention mention) {
        return dyad + "/" + mention.getEventDate() + "/" + mention.getMentionId();
    }

    /** The day, the publisher's own, on which the mention's article was published. */
    public static LocalDate publicationDay(EventMention mention) {
        return PublicationDay.of(mention);
    }

    static String events(Dyad dyad) {
        return dyad + "/event/";
    }

    static String alerts(Dyad dyad) {
        return dyad + "/alert/";
    }

    static String tension(Dyad dyad) {
        return dyad + "/tension";
    }

    static String from(Dyad dyad) {
        return dyad + "/";
    }

    static String to(Dyad dyad) {
        return behind(from(dyad));
    }

    static String day(Dyad dyad, LocalDate day) {
        return dyad + "/" + day + "/";
    }

    /** What closes the range of everything that starts with a prefix ending in a slash: no key is equal to it. */
    static String behind(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + BEHIND_SLASH;
    }
}
