package io.demarche.tension;

import io.demarche.avro.DateBasis;
import io.demarche.avro.DatePrecision;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.avro.Modality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Mentions of one pair at random: reports and copies of acts, coarse, late, historic and future ones, corrections. */
final class RandomMentions {
    static final LocalDate START = LocalDate.parse("2021-03-01");
    static final int DAYS = 120;
    private static final List<EventType> TYPES = List.of(
            EventType.DIPLOMATS_EXPELLED,
            EventType.AMBASSADOR_RECALLED,
            EventType.RELATIONS_SEVERED,
            EventType.AMBASSADOR_SUMMONED,
            EventType.SANCTIONS_IMPOSED,
            EventType.ACCUSED,
            EventType.ACCUSED,
            EventType.CONDEMNED,
            EventType.THREATENED,
            EventType.FORCE_USED,
            EventType.VISITED,
            EventType.AGREED,
            EventType.STATEMENT);
    private static final List<String> CODES =
            List.of("161", "161", "161", "114", "163", "112", "1125", "111", "1313", "190", "042", "057", "010");

    private final Random random;
    private final int days;

    RandomMentions(long seed) {
        this(seed, DAYS);
    }

    /** Spread over so many days. */
    RandomMentions(long seed, int days) {
        this.random = new Random(seed);
        this.days = days;
    }

    /** So many mentions; corrections and withdrawals among them where asked for. */
    List<EventMention> some(int size, boolean corrections) {
        List<EventMention> mentions = new ArrayList<>();
        TreeMap<String, Told> told = new TreeMap<>();
        int burst = random.nextInt(days);
        for (int i = 0; i < size; i++) {
            Told next = one(burst);
            // an article says one thing in one way: no two versions of a mention unless it is corrected
            if (told.putIfAbsent(next.mention().getMentionId(), next) == null) {
                mentions.add(next.mention());
            }
        }
        if (corrections) {
            for (Told first : told.values()) {
                if (random.nextInt(8) == 0) {
                    mentions.add(first.takenBack().mention());
                } else if (random.nextInt(8) == 0) {
                    mentions.add(
                            first.version(2).sure(random.nextInt(100) / 100.0).mention());
                }
            }
        }
        return mentions;
    }

    /** So many mentions whose days are all stated, and nothing corrected. */
    List<EventMention> stated(int size) {
        List<EventMention> mentions = new ArrayList<>();
        TreeMap<String, Told> told = new TreeMap<>();
        int burst = random.nextInt(days);
        for (int i = 0; i < size; i++) {
            Told next = one(burst).dated(DateBasis.STATED, DatePrecision.DAY);
            if (told.putIfAbsent(next.mention().getMentionId(), next) == null) {
                mentions.add(next.mention());
            }
        }
        return mentions;
    }

    private Told one(int burst) {
        int kind = random.nextInt(TYPES.size());
        boolean forth = random.nextBoolean();
        int day = random.nextInt(3) == 0 ? random.nextInt(days) : Math.min(days, burst + random.nextInt(12));
        LocalDate date = START.plusDays(day);
        int lag = random.nextInt(10) == 0 ? random.nextInt(60) : random.nextInt(3);
        int publisher = random.nextInt(6);
        Told told = Told.that(
                        forth ? "AZE" : "FRA", forth ? "FRA" : "AZE", TYPES.get(kind), CODES.get(kind), date.toString())
                .by(publisher == 0 ? "" : "Publisher " + publisher)
                .in("article " + random.nextInt(60))
                .publishedOn(date.plusDays(random.nextInt(30) == 0 ? -2 : lag).toString())
                .body(random.nextInt(3) == 0 ? 0xF0F0L ^ 1L << random.nextInt(6) : random.nextLong())
                .sure((30 + random.nextInt(70)) / 100.0)
                .dated(pick(DateBasis.values()), DatePrecision.DAY);
        if (random.nextInt(12) == 0) {
            told = told.dated(DateBasis.STATED, pick(DatePrecision.values()));
        }
        if (random.nextInt(6) == 0) {
            told = told.answering("in response");
        }
        if (random.nextInt(10) == 0) {
            told = told.as(Modality.THREATENED);
        }
        if (random.nextInt(10) == 0) {
            told = told.through("MEDIA");
        }
        return random.nextInt(4) == 0 ? told.saying("").body(0) : told;
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
