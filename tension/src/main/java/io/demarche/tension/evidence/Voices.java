package io.demarche.tension.evidence;

import io.demarche.tension.rules.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who independently says so: one voice for each publisher, however often it reports, and one for each text, however
 * many publishers carry it.
 *
 * <p>Texts that are near copies of each other (single linkage over their fingerprints) form a cluster; a cluster speaks
 * with the voice of its alphabetically first publisher, so that a publisher with a text of its own still adds one.
 * Texts of unnamed publishers are one voice together, for nothing shows them to be independent. Rows without text each
 * are a voice, unless they name a publisher.
 */
public final class Voices {
    private static final int BANDS = 4;
    private static final int BAND_BITS = 16;

    private final SortedMap<String, Double> confidences = new TreeMap<>();
    private final SortedMap<String, String> publishers = new TreeMap<>();
    private final Map<Report, String> voiceOf = new IdentityHashMap<>();

    private Voices() {}

    public static Voices of(Collection<Report> reports, int copyBits) {
        Voices voices = new Voices();
        Map<Long, Long> clusters = clusters(reports, copyBits);
        Map<Long, Report> spokesmen = new HashMap<>();
        for (Report report : reports) {
            Long cluster = clusters.get(report.mention().getBodyFingerprint());
            if (cluster != null) {
                spokesmen.merge(cluster, report, Voices::firstNamed);
            }
        }
        for (Report report : reports) {
            Long cluster = clusters.get(report.mention().getBodyFingerprint());
            Report spokesman = cluster == null ? report : spokesmen.getOrDefault(cluster, report);
            voices.add(report, spokesman);
        }
        return voices;
    }

    private static Report firstNamed(Report a, Report b) {
        if (a.publisher().isEmpty() || b.publisher().isEmpty()) {
            return a.publisher().isEmpty() ? b : a;
        }
        return a.publisher().compareTo(b.publisher()) <= 0 ? a : b;
    }

    private void add(Report report, Report spokesman) {
        String voice;
        if (!spokesman.publisher().isEmpty()) {
            voice = "publisher " + spokesman.publisher();
            publishers.merge(
                    spokesman.publisher(),
                    spokesman.mention().getPublisher().strip(),
                    (a, b) -> a.compareTo(b) <= 0 ? a : b);
        } else if (report.bare()) {
            voice = "row " + report.mention().getMentionId();
        } else {
            voice = "unnamed";
        }
        confidences.merge(voice, report.confidence(), Math::max);
        voiceOf.put(report, voice);
    }

    /** How many there are. */
    public int count() {
        return confidences.size();
    }

    /** Which voice a report belongs to. */
    public String of(Report report) {
        return voiceOf.getOrDefault(report, "");
    }

    /** The names behind the voices, sorted without regard to case; copies of one text count once. */
    public Collection<String> publishers() {
        return publishers.values();
    }

    /**
     * Noisy-or: the probability that at least one voice is right if each is so independently with its confidence.
     * Factors are multiplied in ascending order and the result is rounded, so that no order of arrival shows.
     */
    public double belief() {
        double[] doubts = confidences.values().stream().mapToDouble(c -> 1 - c).toArray();
        Arrays.sort(doubts);
        double doubt = 1;
        for (double d : doubts) {
            doubt *= d;
        }
        return Rounding.four(1 - doubt);
    }

    /** How sure the surest of them is. */
    public double surest() {
        return confidences.values().stream().mapToDouble(c -> c).max().orElse(0);
    }

    /** For each fingerprint that is known, the least fingerprint of its cluster. */
    private static Map<Long, Long> clusters(Collection<Report> reports, int copyBits) {
        TreeSet<Long> distinct = new TreeSet<>();
        for (Report report : reports) {
            distinct.add(report.mention().getBodyFingerprint());
        }
        distinct.remove(0L);
        Map<Long, Long> parents = new HashMap<>();
        distinct.forEach(print -> parents.put(print, print));
        if (copyBits < BANDS) {
            linkWithinBands(distinct, parents, copyBits);
        } else {
            linkAll(new ArrayList<>(distinct), parents, copyBits);
        }
        Map<Long, Long> roots = new HashMap<>();
        distinct.forEach(print -> roots.put(print, root(parents, print)));
        return roots;
    }

    /** Prints that differ in fewer bits than there are bands agree in at least one band: only those need comparing. */
    private static void linkWithinBands(Collection<Long> prints, Map<Long, Long> parents, int copyBits) {
        for (int band = 0; band < BANDS; band++) {
            Map<Long, List<Long>> alike = new TreeMap<>();
            for (long print : prints) {
                long key = print >>> (band * BAND_BITS) & 0xFFFF;
                alike.computeIfAbsent(key, k -> new ArrayList<>()).add(print);
            }
            alike.values().forEach(bucket -> linkAll(bucket, parents, copyBits));
        }
    }

    private static void linkAll(List<Long> prints, Map<Long, Long> parents, int copyBits) {
        for (int i = 0; i < prints.size(); i++) {
            for (int j = i + 1; j < prints.size(); j++) {
                if (Long.bitCount(prints.get(i) ^ prints.get(j)) <= copyBits) {
                    long a = root(parents, prints.get(i));
                    long b = root(parents, prints.get(j));
                    parents.put(Math.max(a, b), Math.min(a, b));
                }
            }
        }
    }

    private static long root(Map<Long, Long> parents, long print) {
        long at = print;
        for (long up = parents.getOrDefault(at, at); up != at; up = parents.getOrDefault(at, at)) {
            at = up;
        }
        return at;
    }
}
