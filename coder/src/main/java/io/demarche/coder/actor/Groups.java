package io.demarche.coder.actor;

import io.demarche.coder.actor.Discourse.Mention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Whom "the two countries", "both sides" and "the leaders" mean. */
final class Groups {
    private final Discourse discourse;
    private final Prominence prominence;

    Groups(Discourse discourse) {
        this.discourse = discourse;
        this.prominence = discourse.prominence();
    }

    /**
     * As many as the nearest sentence with so many speaks of, its subject first; those last spoken of where none does. Two are
     * those whom the article is about, where the nearest two merely come up in passing.
     */
    List<Party> group(int token, int number, Predicate<Mention> fits) {
        Map<String, Party> across = new LinkedHashMap<>();
        for (int back = 0; back <= Discourse.REACH; back++) {
            Map<String, Party> found = discourse.spokenOf(back, token, fits);
            if (found.size() >= number) {
                return number == 2
                        ? two(back, found)
                        : found.values().stream().limit(number).toList();
            }
            found.forEach(across::putIfAbsent);
        }
        if (across.size() < number) {
            return List.of();
        }
        return number == 2
                ? two(-1, across)
                : across.values().stream().limit(number).toList();
    }

    private List<Party> two(int back, Map<String, Party> found) {
        List<String> codes = List.copyOf(found.keySet());
        List<String> near = found.size() == 2 ? codes : prominence.closest(codes);
        if (back < 0 || !discourse.areJoined(back, near.get(0), near.get(1))) {
            List<String> main = about(near);
            if (found.size() > 2 && prominence.together(main.get(0), main.get(1)) == 0) {
                return List.of();
            }
            if (prominence.outweighs(main, near)) {
                return main.stream().map(this::known).toList();
            }
        }
        return near.stream()
                .map(code -> Objects.requireNonNull(found.get(code)))
                .toList();
    }

    private Party known(String code) {
        return Objects.requireNonNull(discourse.known(code));
    }

    /** The two that the article is about, one of them among those spoken of; those spoken of where there are no such. */
    private List<String> about(List<String> near) {
        List<String> best = near;
        for (String code : near) {
            String partner = prominence.partner(code);
            if (prominence.together(code, partner) > prominence.together(best.get(0), best.get(1))) {
                best = List.of(code, partner);
            }
        }
        return best;
    }

    /** Everybody who fits in as many of the nearest sentences as it takes to find two. */
    List<Party> all(int token, Predicate<Mention> fits) {
        Map<String, Party> found = new LinkedHashMap<>();
        for (int back = 0; back <= Discourse.REACH && found.size() < 2; back++) {
            discourse.spokenOf(back, token, fits).forEach(found::putIfAbsent);
        }
        return found.size() < 2 ? List.of() : new ArrayList<>(found.values());
    }
}
