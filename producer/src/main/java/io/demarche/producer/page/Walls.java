package io.demarche.producer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells walls of consent, of robot checks and of sign-ins from articles. */
final class Walls {
    private static final int LITTLE_TEXT = 700;
    private static final int PHRASES_OF_CONSENT = 2;
    private static final double MOSTLY = 0.5;

    private final List<Pattern> consent = new ArrayList<>();
    private final List<Pattern> barriers = new ArrayList<>();

    private Walls() {}

    static Walls load() {
        Walls walls = new Walls();
        PageTable.rows("walls.tsv", 2, row -> {
            Pattern phrase = Pattern.compile(row.get(1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            switch (row.get(0)) {
                case "CONSENT" -> walls.consent.add(phrase);
                case "ROBOT", "SIGN_IN" -> walls.barriers.add(phrase);
                default -> throw new IllegalArgumentException("wall '" + row.get(0) + "'");
            }
        });
        return walls;
    }

    /**
     * The paragraphs as one text, an empty line between two. Empty where walls are most of it: what is left beside them is the
     * page's furniture.
     */
    String withoutWalls(List<String> paragraphs) {
        List<String> kept = new ArrayList<>();
        int length = 0;
        int walled = 0;
        for (String paragraph : paragraphs) {
            length += paragraph.length();
            if (isConsent(paragraph)) {
                walled += paragraph.length();
            } else {
                kept.add(paragraph);
            }
        }
        boolean wall = walled > MOSTLY * length || (length < LITTLE_TEXT && isBarrier(paragraphs));
        return wall ? "" : String.join("\n\n", walled == 0 ? paragraphs : kept);
    }

    private boolean isConsent(String paragraph) {
        int phrases = 0;
        for (Pattern phrase : consent) {
            phrases += phrase.matcher(paragraph).find() ? 1 : 0;
            if (phrases >= PHRASES_OF_CONSENT) {
                return true;
            }
        }
        return false;
    }

    /** Whether a barrier is most of what is there. */
    private boolean isBarrier(List<String> paragraphs) {
        int length = 0;
        int barring = 0;
        for (String paragraph : paragraphs) {
            boolean bars = barriers.stream()
                    .anyMatch(phrase -> phrase.matcher(paragraph).find());
            length += paragraph.length();
            barring += bars ? paragraph.length() : 0;
        }
        return barring > MOSTLY * length;
    }
}
