package io.demarche.coder.date;

import static io.demarche.avro.DatePrecision.DAY;
import static io.demarche.avro.DatePrecision.MONTH;
import static io.demarche.avro.DatePrecision.WEEK;
import static io.demarche.avro.DatePrecision.YEAR;

import io.demarche.avro.DatePrecision;
import io.demarche.coder.clause.DateWords;
import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import io.demarche.coder.parse.TokenRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The phrases of a sentence that say when. */
public final class DateFinder {
    /** A day and month without a year lie at most so far behind the publication, else they are the last year's. */
    private static final int DAYS_AHEAD = 45;

    private static final Pattern DAY_NUMBER = Pattern.compile("\\d{1,2}(st|nd|rd|th)?");
    private static final Pattern YEAR_NUMBER = Pattern.compile("(1[89]|20)\\d\\d");
    private static final Set<String> TERMS = WordClasses.set("deadline-prepositions");
    private static final Set<String> BOUNDS = WordClasses.set("bound-prepositions");
    private static final Set<String> MAIN = Set.of(Label.ROOT, Label.CONJ);
    private static final Set<String> CLAUSE_ENDS = Set.of(",", ";", ".", ":", "--", "\"");
    private static final Set<String> AROUND = Set.of("later", "earlier", "after");
    /** Three to five, as a rule. */
    private static final Set<String> A_FEW = WordClasses.set("a-few");

    private static final Set<String> LEAVING = WordClasses.set("timetable-verbs");

    private static final Set<String> LOOKS_BACK = WordClasses.set("look-back-words");
    static final Map<String, ChronoUnit> UNITS = Map.of(
            "day",
            ChronoUnit.DAYS,
            "week",
            ChronoUnit.WEEKS,
            "month",
            ChronoUnit.MONTHS,
            "year",
            ChronoUnit.YEARS,
            "hour",
            ChronoUnit.HOURS,
            "decade",
            ChronoUnit.DECADES);

    private final Timeline timeline;
    private final ParsedSentence s;
    private final LocalDate published;
    private final Periods periods;
    private final Weekdays weekdays;
    private final NamedDays named;
    /** Whether the sentence has said a day for what it tells. */
    private boolean dated;

    private DateFinder(Timeline timeline, ParsedSentence s) {
        this.timeline = timeline;
        this.s = s;
        this.published = timeline.published();
        this.periods = new Periods(s, published);
        this.weekdays = new Weekdays(s, published);
        this.named = new NamedDays(timeline, s);
    }

    /** The dated phrases, from left to right; those reckoned from the date last spoken of take the ones before into account. */
    public static List<DatedPhrase> find(Timeline timeline, ParsedSentence s) {
        DateFinder finder = new DateFinder(timeline, s);
        List<DatedPhrase> found = new ArrayList<>();
        for (int i = 0; i < s.size(); ) {
            DatedPhrase phrase = finder.at(i);
            if (phrase == null) {
                i++;
            } else {
                found.add(phrase);
                finder.dated |= !phrase.isNarrow();
                if (finder.movesOn(phrase)) {
                    timeline.said(phrase.dating().date());
                }
                if (finder.setsTime(phrase)) {
                    timeline.turnTo(phrase.dating());
                }
                i = phrase.end();
            }
        }
        return found;
    }

    /** A look back ("two days earlier") does not move the time that the article tells of; any other day does. */
    private boolean movesOn(DatedPhrase phrase) {
        return phrase.dating().precision() == DAY && !phrase.isNarrow() && !LOOKS_BACK.contains(word(phrase.end() - 1));
    }

    /** Whether the sentence as a whole tells of that time: "In 1987 Chad ...", "Chad left in 1987", not "the ban of 1987". */
    private boolean setsTime(DatedPhrase phrase) {
        if (phrase.isNarrow() || BOUNDS.contains(word(phrase.begin() - 1))) {
            return false;
        }
        int verb = DateChooser.governor(s, phrase.begin());
        return phrase.begin() <= 2 || verb >= 0 && MAIN.contains(s.label(verb));
    }

    private @Nullable DatedPhrase at(int i) {
        try {
            DatedPhrase found = calendarDate(i);
            found = found == null ? weekdays.withWeek(i) : found;
            found = found == null ? named.at(i) : found;
            found = found == null ? counted(i) : found;
            found = found == null ? weekdays.plain(i, isScheduled(i)) : found;
            return found == null ? periods.at(i) : found;
        } catch (DateTimeException e) {
            return null; // "April 31": a misprint dates nothing
        }
    }

    private String word(int i) {
        return i >= 0 && i < s.size() ? Words.lower(s, i) : "";
    }

    private @Nullable Month month(int i) {
        if (i < 0 || i >= s.size() || !Character.isUpperCase(s.form(i).charAt(0))) {
            return null;
        }
        return DateWords.month(word(i)).orElse(null);
    }

    private static DatedPhrase phrase(int begin, int end, Dating dating) {
        return new DatedPhrase(begin, end, dating);
    }

    private OptionalInt dayNumber(int i) {
        String word = word(i);
        if (DAY_NUMBER.matcher(word).matches()) {
            int day = Integer.parseInt(word.replaceAll("\\D", ""));
            return day >= 1 && day <= 31 ? OptionalInt.of(day) : OptionalInt.empty();
        }
        return OptionalInt.empty();
    }

    private OptionalInt yearNumber(int i) {
        String word = word(i);
        return YEAR_NUMBER.matcher(word).matches() ? OptionalInt.of(Integer.parseInt(word)) : OptionalInt.empty();
    }

    /** December 26(, 2023); 26 December (2023); December 2023; (in) December; 2023-12-26. */
    private @Nullable DatedPhrase calendarDate(int i) {
        Optional<LocalDate> numeric = NumericDates.read(word(i), published);
        if (numeric.isPresent()) {
            return phrase(i, i + 1, Dating.stated(numeric.get(), DAY));
        }
        Optional<LocalDate> parted = word(i).endsWith("-") // "2021-|06-11", as the tokenizer cuts it
                ? NumericDates.read(word(i) + word(i + 1), published)
                : Optional.empty();
        if (parted.isPresent()) {
            return phrase(i, i + 2, Dating.stated(parted.get(), DAY));
        }
        Month month = month(i);
        if (month != null) {
            OptionalInt day = dayNumber(i + 1);
            if (day.isPresent() && !yearNumber(i + 1).isPresent()) {
                return withYear(i, i + 2, month, day.getAsInt());
            }
            int after = word(i + 1).equals(",") || word(i + 1).equals("of") ? i + 2 : i + 1;
            OptionalInt year = yearNumber(after);
            if (year.isPresent()) {
                return phrase(i, after + 1, Dating.stated(LocalDate.of(year.getAsInt(), month, 1), MONTH));
            }
            return bareMonth(i, month);
        }
        OptionalInt day = dayNumber(i);
        if (day.isPresent()) {
            int next = word(i + 1).equals("of") ? i + 2 : i + 1;
            Month named = month(next);
            if (named != null) {
                return withYear(i, next + 1, named, day.getAsInt());
            }
        }
        return null;
    }

    private DatedPhrase withYear(int begin, int end, Month month, int day) {
        int at = word(end).equals(",") ? end + 1 : end;
        OptionalInt year = yearNumber(at);
        if (year.isPresent()) {
            LocalDate stated = LocalDate.of(year.getAsInt(), month, day);
            DatedPhrase phrase = phrase(begin, at + 1, Dating.stated(stated, DAY));
            return isTerm(begin) && stated.isAfter(published) ? phrase.asDeadline() : phrase;
        }
        LocalDate date = LocalDate.of(published.getYear(), month, Math.min(day, month.length(published.isLeapYear())));
        if (isTerm(begin) && (date.isAfter(published) || date.isBefore(published.minusMonths(6)))) {
            return phrase(begin, end, Dating.stated(date, DAY)).asDeadline();
        }
        if (date.isAfter(published.plusDays(DAYS_AHEAD))) {
            date = date.minusYears(1);
        } else if (date.isBefore(published.minusDays(365L - DAYS_AHEAD))) {
            date = date.plusYears(1);
        }
        return phrase(begin, end, Dating.stated(date, DAY));
    }

    /** "by October 1", "until 1 October": a day that is still to come is then a deadline. */
    private boolean isTerm(int begin) {
        return TERMS.contains(word(begin - 1)) || word(begin - 1).equals("the") && TERMS.contains(word(begin - 2));
    }

    /** "in December", "last December": the latest that has begun; "in early May" as well. */
    private @Nullable DatedPhrase bareMonth(int i, Month month) {
        Set<String> before =
                Set.of("in", "last", "since", "early", "late", "mid", "during", "this", "next", "of", "until", "by");
        if (!before.contains(word(i - 1))) {
            return null;
        }
        LocalDate first = published.withMonth(month.getValue()).withDayOfMonth(1);
        if (first.isAfter(published)) {
            first = word(i - 1).equals("next") ? first : first.minusYears(1);
        } else if (word(i - 1).equals("last") && first.getMonth() == published.getMonth()) {
            first = first.minusYears(1);
        }
        return phrase(i, i + 1, Dating.stated(first, MONTH));
    }

    /** two days ago, a week earlier, three months later. */
    private @Nullable DatedPhrase counted(int i) {
        if (AROUND.contains(word(i + 1)) && word(i).endsWith("s") && isUnit(i)) {
            return uncounted(i);
        }
        OptionalInt number = A_FEW.contains(word(i)) ? OptionalInt.of(4) : Numbers.parse(word(i));
        ChronoUnit unit = i + 1 < s.size() ? UNITS.get(Words.lemma(s, i + 1)) : null;
        if (number.isEmpty() || unit == null || number.getAsInt() > 1000) {
            return null;
        }
        int n = number.getAsInt();
        LocalDate from;
        int sign;
        switch (word(i + 2)) {
            case "ago" -> {
                from = published;
                sign = -1;
            }
            case "earlier", "before", "previously" -> {
                from = timeline.last();
                sign = -1;
            }
            case "after" -> {
                TokenRange clause = clauseFrom(i + 3);
                if (clause != null) {
                    // "a day after Oslo had summoned him": the summons lies a day before what the sentence tells
                    return phrase(i, i + 3, Dating.relative(back(timeline.last(), n, unit), precision(unit)))
                            .within(clause);
                }
                from = timeline.last();
                sign = 1;
            }
            case "later", "afterwards", "afterward" -> {
                from = timeline.last();
                sign = 1;
            }
            default -> {
                return null;
            }
        }
        LocalDate date = back(from, -sign * n, unit);
        return phrase(i, i + 3, Dating.relative(date, precision(unit)));
    }

    private boolean isUnit(int i) {
        return UNITS.containsKey(Words.lemma(s, i));
    }

    /** "hours later", "weeks earlier", "days after Oslo had summoned him". */
    private DatedPhrase uncounted(int i) {
        ChronoUnit unit = UNITS.get(Words.lemma(s, i));
        int n = unit == ChronoUnit.HOURS ? 0 : word(i + 1).equals("later") ? -4 : 4;
        DatedPhrase phrase = phrase(i, i + 2, Dating.relative(back(timeline.last(), n, unit), precision(unit)));
        TokenRange clause = word(i + 1).equals("after") ? clauseFrom(i + 2) : null;
        return clause == null ? phrase : phrase.within(clause);
    }

    private static LocalDate back(LocalDate from, int n, ChronoUnit unit) {
        return unit == ChronoUnit.HOURS ? from.minusDays(n / 24) : from.minus(n, unit);
    }

    /**
     * What begins at the token, up to the comma or the end that closes it. Null where no verb stands in it and the sentence
     * has said no day: "two days after the strikes" then dates what the sentence tells.
     */
    private @Nullable TokenRange clauseFrom(int begin) {
        int end = begin;
        boolean verb = dated;
        while (end < s.size() && !CLAUSE_ENDS.contains(s.form(end))) {
            verb |= s.tag(end).equals(Tag.VBD) || s.tag(end).equals(Tag.VBN);
            end++;
        }
        return verb ? new TokenRange(begin, end) : null;
    }

    static DatePrecision precision(ChronoUnit unit) {
        return switch (unit) {
            case DAYS, HOURS -> DAY;
            case WEEKS -> WEEK;
            case MONTHS -> MONTH;
            default -> YEAR;
        };
    }

    /** "leaves on Wednesday": what goes by the timetable is still to come. */
    private boolean isScheduled(int weekday) {
        int verb = DateChooser.governor(s, weekday);
        return verb >= 0
                && s.tag(verb).equals(Tag.VBZ)
                && !s.hasChild(verb, Label.AUX)
                && word(weekday - 1).equals("on")
                && LEAVING.contains(Words.lemma(s, verb));
    }
}
