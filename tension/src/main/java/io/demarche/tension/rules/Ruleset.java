package io.demarche.tension.rules;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Every threshold of the tension model. The resource {@code ruleset.properties} explains each of them, in the same
 * order; a set is valid or is not made.
 *
 * @param version part of every alert's identity
 */
public record Ruleset(
        String version, Evidence evidence, Surge surge, Ladder ladder, Links links, Episodes episodes, Shown shown) {
    private static final String RESOURCE = "ruleset.properties";
    /** The surge looks back over two months at the least. */
    private static final int FEWEST_KEPT = 60;
    /** A hundred years. */
    private static final int MOST_KEPT = 36_525;

    /** What counts as evidence, and when two reports are of one act. */
    public record Evidence(
            double minimumBelief,
            double oneReport,
            int copyBits,
            int keepDays,
            int historyDays,
            int joinDays,
            int joinUndatedDays,
            int mostReports,
            Set<String> nonGovernmentRoles) {}

    /** The surge of hostility above what a pair's own past leads one to expect. */
    public record Surge(
            double recentHalfLife,
            double expectedHalfLife,
            double expectedFactor,
            double k,
            double kMinimum,
            double hostileShare,
            double events,
            double eventsMinimum,
            double hostileEvents,
            double hostileEventsMinimum,
            double feedFactor,
            int warmupDays,
            double confidence) {

        /** k for the feed's volume f: max(3, 8 √f). */
        public double scaledK() {
            return Math.max(kMinimum, k * Math.sqrt(feedFactor));
        }

        /** The floor of N for the feed's volume. */
        public double scaledEvents() {
            return Math.max(eventsMinimum, events * feedFactor);
        }

        /** The floor of NH for the feed's volume. */
        public double scaledHostileEvents() {
            return Math.max(hostileEventsMinimum, hostileEvents * feedFactor);
        }
    }

    /** Where the surge and lesser acts stand on the ladder. */
    public record Ladder(double strained, double tense, int strainedDays, Pattern allMissions) {}

    /** When one act is the answer to another. */
    public record Links(
            int textDays, int sameClassDays, int neighbourDays, double textConfidence, double neighbourConfidence) {}

    /** When an episode is over. */
    public record Episodes(int quietDays, double quietSurge) {}

    /** How much a record shows. */
    public record Shown(int eventQuotes, int alertQuotes, int alertEvents, int alertLinks) {}

    /**
     * The same rules, with evidence kept for another number of days. How long evidence is kept is a matter of the disk, not
     * of the model: it is no part of the version.
     *
     * @throws DemarcheException where the number is out of range
     */
    public Ruleset keeping(int days) {
        if (days < FEWEST_KEPT || days > MOST_KEPT) {
            throw new DemarcheException(
                    "evidence can be kept for " + FEWEST_KEPT + " to " + MOST_KEPT + " days, not " + days);
        }
        Evidence kept = new Evidence(
                evidence.minimumBelief(),
                evidence.oneReport(),
                evidence.copyBits(),
                days,
                evidence.historyDays(),
                evidence.joinDays(),
                evidence.joinUndatedDays(),
                evidence.mostReports(),
                evidence.nonGovernmentRoles());
        return new Ruleset(version, kept, surge, ladder, links, episodes, shown);
    }

    /** The first day of which evidence counts, seen from a day. */
    public LocalDate keptFrom(LocalDate asOf) {
        return asOf.minusDays(evidence.keepDays());
    }

    /** The rules that come with the program. */
    public static Ruleset bundled() {
        try (InputStream in = Ruleset.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new DemarcheException(
                        "resource " + RESOURCE + " is missing from " + Ruleset.class.getPackageName());
            }
            return read(RESOURCE, new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new DemarcheException("resource " + RESOURCE + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a set in the form of the bundled one.
     *
     * @param name how errors name where it comes from
     * @throws DemarcheException where a setting is missing, unknown, or out of range
     */
    public static Ruleset read(String name, Reader source) throws IOException {
        Properties properties = new Properties();
        properties.load(source);
        return new Settings(name, properties).ruleset();
    }

    private record Settings(String name, Properties properties, Set<String> read) {
        private static final int YEARS_OF_DAYS = 3660;

        Settings(String name, Properties properties) {
            this(name, properties, new TreeSet<>());
        }

        Ruleset ruleset() {
            Ruleset rules = new Ruleset(
                    text("rulesetVersion"),
                    new Evidence(
                            number("belief.minimum", 0, 1),
                            number("belief.oneReport", 0, 1),
                            whole("copies.maxBits", 0, 16),
                            whole("keep.days", FEWEST_KEPT, MOST_KEPT),
                            whole("history.days", 0, YEARS_OF_DAYS),
                            whole("join.days", 0, 30),
                            whole("join.undatedDays", 0, 30),
                            whole("reports.most", 1, 10_000),
                            Arrays.stream(text("roles.notGovernment").split("\\|"))
                                    .map(String::strip)
                                    .filter(role -> !role.isEmpty())
                                    .collect(Collectors.toUnmodifiableSet())),
                    new Surge(
                            number("surge.recentHalfLife", 0.1, 365),
                            number("surge.expectedHalfLife", 0.1, YEARS_OF_DAYS),
                            number("surge.expectedFactor", 0.1, 1000),
                            number("surge.k", 0.1, 1000),
                            number("surge.kMinimum", 0.1, 1000),
                            number("surge.hostileShare", 0, 1),
                            number("surge.events", 0, 1e6),
                            number("surge.eventsMinimum", 0, 1e6),
                            number("surge.hostileEvents", 0, 1e6),
                            number("surge.hostileEventsMinimum", 0, 1e6),
                            number("surge.feedFactor", 1e-6, 1e6),
                            whole("surge.warmupDays", 0, YEARS_OF_DAYS),
                            number("surge.confidence", 0, 1)),
                    new Ladder(
                            number("ladder.strained", 0, 100),
                            number("ladder.tense", 0, 100),
                            whole("ladder.strainedDays", 0, 365),
                            pattern("ladder.allMissions")),
                    new Links(
                            whole("link.textDays", 0, 365),
                            whole("link.sameClassDays", 0, 365),
                            whole("link.neighbourDays", 0, 365),
                            number("link.textConfidence", 0, 1),
                            number("link.neighbourConfidence", 0, 1)),
                    new Episodes(whole("episode.quietDays", 1, 365), number("episode.quietSurge", 0, 100)),
                    new Shown(
                            whole("show.eventQuotes", 1, 100),
                            whole("show.alertQuotes", 1, 100),
                            whole("show.alertEvents", 2, 1000),
                            whole("show.alertLinks", 1, 1000)));
            refuseUnknown();
            if (rules.ladder().tense() < rules.ladder().strained()) {
                throw wrong("ladder.tense", "is below ladder.strained");
            }
            return rules;
        }

        private void refuseUnknown() {
            Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
            unknown.removeAll(read);
            if (!unknown.isEmpty()) {
                throw wrong(unknown.iterator().next(), "is no setting of the ruleset");
            }
        }

        private String text(String key) {
            read.add(key);
            String value = properties.getProperty(key);
            if (value == null || value.isBlank()) {
                throw wrong(key, "is missing");
            }
            return value.strip();
        }

        private int whole(String key, int least, int most) {
            double value = number(key, least, most);
            if (value != Math.rint(value)) {
                throw wrong(key, "is no whole number");
            }
            return (int) value;
        }

        private double number(String key, double least, double most) {
            String value = text(key);
            try {
                double number = Double.parseDouble(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new DemarcheException(name + ": " + key + " is '" + value + "', which is no number", e);
            }
            throw wrong(key, "is " + value + ", outside " + least + " to " + most);
        }

        private Pattern pattern(String key) {
            try {
                return Pattern.compile(text(key));
            } catch (PatternSyntaxException e) {
                throw new DemarcheException(name + ": " + key + " is no regular expression: " + e.getDescription(), e);
            }
        }

        private DemarcheException wrong(String key, String what) {
            return new DemarcheException(name + ": " + key + " " + what);
        }
    }
}
