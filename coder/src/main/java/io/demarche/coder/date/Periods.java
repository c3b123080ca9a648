package io.demarche.coder.date;

import static io.demarche.avro.DatePrecision.DAY;
import static io.demarche.avro.DatePrecision.MONTH;
import static io.demarche.avro.DatePrecision.WEEK;
import static io.demarche.avro.DatePrecision.YEAR;

import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The phrases of a sentence that name a period rather than a day: last week, in 1987, the 1990s, the 19th century. */
final class Periods {
    private static final Set<String> YEAR_CUES = WordClasses.set("year-cues");
    /** "1998-1999", "2003/04": such a period begins with its first year. */
    private static final Pattern YEARS = Pattern.compile("((?:1[4-9]|20)\\d\\d)[-–/](?:\\d\\d){1,2}");

    private static final Pattern YEAR_NUMBER = Pattern.compile("(1[4-9]|20)\\d\\d");
    private static final Set<String> OF_NOUN = Set.of(Label.NMOD, Label.COMPOUND);
    /** A number so small is as likely one of things: "in 1500 villages". */
    private static final int FIRST_SURE_YEAR = 1800;

    private static final Pattern DECADE = Pattern.compile("(?:early-|mid-|late-)?((?:1[4-9]|20)\\d0)'?s");
    private static final Pattern CENTURY = Pattern.compile("(?:early-|mid-|late-)?(\\d{1,2})(?:st|nd|rd|th)");
    private static final Set<String> CENTURY_WORDS = WordClasses.set("century-words");
    private static final int FIRST_CENTURY = 14;
    private static final int YEARS_OF_CENTURY = 100;
    private static final int YEARS_OF_DECADE = 10;
    /** "over the past two decades" says when; "the worst in the past two decades" does not. */
    private static final Set<String> THROUGHOUT = WordClasses.set("duration-prepositions");

    private final ParsedSentence s;
    private final LocalDate published;

    Periods(ParsedSentence s, LocalDate published) {
        this.s = s;
        this.published = published;
    }

    @Nullable
    DatedPhrase at(int i) {
        DatedPhrase found = span(i);
        found = found == null ? year(i) : found;
        return found == null ? age(i) : found;
    }

    private String word(int i) {
        return i >= 0 && i < s.size() ? Words.lower(s, i) : "";
    }

    /** The year that the token names; empty where it names none. */
    private OptionalInt yearNumber(int i) {
        String word = word(i);
        Matcher years = YEARS.matcher(word);
        if (years.matches()) {
            return OptionalInt.of(Integer.parseInt(years.group(1)));
        }
        if (!YEAR_NUMBER.matcher(word).matches()) {
            return OptionalInt.empty();
        }
        int year = Integer.parseInt(word);
        return year < FIRST_SURE_YEAR && counts(i + 1) ? OptionalInt.empty() : OptionalInt.of(year);
    }

    private boolean counts(int next) {
        return next < s.size()
                && (Words.isNoun(s, next) && !Words.isProperNoun(s, next)
                        || s.tag(next).startsWith(Tag.JJ));
    }

    private @Nullable DatedPhrase year(int i) {
        OptionalInt year = YEAR_CUES.contains(word(i - 1)) ? yearNumber(i) : OptionalInt.empty();
        if (year.isEmpty()) {
            return yearOfNoun(i);
        }
        LocalDate first = Year.of(year.getAsInt()).atDay(1);
        return first.isAfter(published.plusYears(1)) ? null : new DatedPhrase(i, i + 1, Dating.stated(first, YEAR));
    }

    /** "the 1976 treaty under which both agreed": the year of the treaty and of what is said of it, not of the sentence. */
    private @Nullable DatedPhrase yearOfNoun(int i) {
        int noun = YEAR_NUMBER.matcher(word(i)).matches() ? s.head(i) : -1;
        if (noun <= i || !Words.isNoun(s, noun) || !OF_NOUN.contains(s.label(i))) {
            return null;
        }
        LocalDate first = Year.of(Integer.parseInt(word(i))).atDay(1);
        return first.isAfter(published)
                ? null
                : new DatedPhrase(i, i + 1, Dating.stated(first, YEAR)).within(s.subtree(noun));
    }

    /** In the 1990s, in the 19th century. */
    private @Nullable DatedPhrase age(int i) {
        Matcher decade = DECADE.matcher(word(i));
        if (decade.matches()) {
            return ended(i, i + 1, Integer.parseInt(decade.group(1)), YEARS_OF_DECADE);
        }
        Matcher century = CENTURY.matcher(word(i));
        if (century.matches() && CENTURY_WORDS.contains(word(i + 1))) {
            int number = Integer.parseInt(century.group(1));
            return number < FIRST_CENTURY ? null : ended(i, i + 2, (number - 1) * YEARS_OF_CENTURY, YEARS_OF_CENTURY);
        }
        return null;
    }

    private @Nullable DatedPhrase ended(int begin, int end, int year, int years) {
        return year + years > published.getYear()
                ? null
                : new DatedPhrase(begin, end, Dating.stated(Year.of(year).atDay(1), YEAR));
    }

    /** last week, this month, in recent months, the past year. */
    private @Nullable DatedPhrase span(int i) {
        int at = i + 1;
        OptionalInt number = Numbers.parse(word(at));
        if (number.isPresent() || Set.of("few", "several", "couple").contains(word(at))) {
            at++;
        }
        ChronoUnit unit = at < s.size() ? DateFinder.UNITS.get(Words.lemma(s, at)) : null;
        if (unit == null || unit == ChronoUnit.HOURS) {
            return null;
        }
        boolean several = at > i + 1 || word(at).endsWith("s");
        if (unit == ChronoUnit.DECADES) {
            return throughout(i, at + 1, number.orElse(several ? 2 : 1));
        }
        return switch (word(i)) {
            case "last", "past", "recent", "previous" -> new DatedPhrase(i, at + 1, before(unit, several));
            case "this" ->
                unit == ChronoUnit.DAYS
                        ? null
                        : new DatedPhrase(
                                i, at + 1, Dating.relative(start(published, unit), DateFinder.precision(unit)));
            case "next" -> next(i, at, unit);
            default -> null;
        };
    }

    /** "next month's talks": of what the words belong to alone, since what a sentence tells is mostly that it will be so. */
    private @Nullable DatedPhrase next(int begin, int unitAt, ChronoUnit unit) {
        int noun = s.head(unitAt);
        return unit != ChronoUnit.DAYS && s.label(unitAt).equals(Label.POSS) && noun > unitAt
                ? new DatedPhrase(
                                begin,
                                unitAt + 1,
                                Dating.relative(start(published.plus(1, unit), unit), DateFinder.precision(unit)))
                        .within(s.subtree(noun))
                : null;
    }

    /** "over the past two decades": from their beginning. */
    private @Nullable DatedPhrase throughout(int begin, int end, int decades) {
        boolean past = Set.of("last", "past", "recent").contains(word(begin));
        boolean duration = THROUGHOUT.contains(word(word(begin - 1).equals("the") ? begin - 2 : begin - 1));
        return past && duration
                ? new DatedPhrase(
                        begin,
                        end,
                        Dating.relative(
                                start(published.minusYears((long) YEARS_OF_DECADE * decades), ChronoUnit.YEARS), YEAR))
                : null;
    }

    private Dating before(ChronoUnit unit, boolean several) {
        return switch (unit) {
            case DAYS -> Dating.relative(published.minusDays(several ? 3 : 1), DAY);
            case WEEKS -> Dating.relative(start(published.minusWeeks(several ? 2 : 1), unit), WEEK);
            case MONTHS -> Dating.relative(start(published.minusMonths(several ? 2 : 1), unit), MONTH);
            default -> Dating.relative(start(published.minusYears(several ? 2 : 1), unit), YEAR);
        };
    }

    private static LocalDate start(LocalDate day, ChronoUnit unit) {
        return switch (unit) {
            case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHS -> day.withDayOfMonth(1);
            default -> day.withDayOfYear(1);
        };
    }
}
