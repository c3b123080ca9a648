package io.demarche.bench.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * On which side each article stands. Episodes that tell the same act that can move the ladder (same sides, same type,
 * within ten days) are united, so that no act is both learned from and measured with. A hash of the first name among them
 * decides, so that an article that is added moves no other unless it unites what was apart.
 */
final class Split {
    private static final int SAME_ACT_DAYS = 10;
    private static final long CHECK_PERCENT = 20;

    private final Map<String, String> parents = new HashMap<>();

    private Split() {}

    static Split of(Collection<CorpusArticle> articles, LabelTypes types) {
        Split split = new Split();
        Map<String, List<Told>> byAct = new HashMap<>();
        for (CorpusArticle article : articles) {
            for (LabelledAct act : article.acts()) {
                Days days = Days.of(act.date());
                if (days != null && types.ladder(act.type())) {
                    byAct.computeIfAbsent(
                                    act.source() + '>' + act.target() + ' ' + act.type(), key -> new ArrayList<>())
                            .add(new Told(article.episode(), days));
                }
            }
        }
        byAct.values().forEach(split::unite);
        return split;
    }

    /** Whether articles of this episode belong into {@code check.jsonl}. */
    boolean isCheck(String episode) {
        byte[] hash = sha256(first(episode));
        long bits = (hash[0] & 0xFFL) << 24 | (hash[1] & 0xFFL) << 16 | (hash[2] & 0xFFL) << 8 | hash[3] & 0xFFL;
        return bits % 100 < CHECK_PERCENT;
    }

    /** The first by name of the episodes that are united with this one. */
    String first(String episode) {
        String at = episode;
        for (String next = parents.get(at); next != null; next = parents.get(at)) {
            at = next;
        }
        return at;
    }

    private void unite(List<Told> told) {
        for (int i = 0; i < told.size(); i++) {
            for (int j = i + 1; j < told.size(); j++) {
                if (told.get(i).days().apart(told.get(j).days()) <= SAME_ACT_DAYS) {
                    unite(told.get(i).episode(), told.get(j).episode());
                }
            }
        }
    }

    private void unite(String one, String other) {
        String a = first(one);
        String b = first(other);
        int order = a.compareTo(b);
        if (order != 0) {
            parents.put(order < 0 ? b : a, order < 0 ? a : b);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private record Told(String episode, Days days) {}

    /** A day, or all days of a month. What is known only to its year is background and unites nothing. */
    private record Days(LocalDate first, LocalDate last) {
        static @Nullable Days of(@Nullable String date) {
            if (date == null || date.length() == 4) {
                return null;
            }
            if (date.length() == 7) {
                YearMonth month = YearMonth.parse(date);
                return new Days(month.atDay(1), month.atEndOfMonth());
            }
            LocalDate day = LocalDate.parse(date);
            return new Days(day, day);
        }

        long apart(Days other) {
            LocalDate later = first.isAfter(other.first) ? first : other.first;
            LocalDate earlier = last.isBefore(other.last) ? last : other.last;
            return ChronoUnit.DAYS.between(earlier, later);
        }
    }
}
