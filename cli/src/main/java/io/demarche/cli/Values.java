package io.demarche.cli;

import io.demarche.avro.TensionLevel;
import io.demarche.consumer.StartPoint;
import io.demarche.consumer.sink.AlertFormat;
import io.demarche.consumer.sink.SinkSpec;
import io.demarche.producer.source.PublicationDate;
import io.demarche.replay.ReplayPlan;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Dyad;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read; what cannot be read is wrong usage, and said so. */
final class Values {
    /** Those an alert can have, lowest first. */
    private static final List<TensionLevel> LEVELS = Arrays.stream(TensionLevel.values())
            .filter(level -> level != TensionLevel.UNKNOWN)
            .toList();

    private Values() {}

    /** A point in time: a date, or a date and time. */
    static final class Time implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return PublicationDate.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** A day. */
    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException("not a day: '" + value + "' (write it as 2023-12-28)");
            }
        }
    }

    /** A pair of states, in either order, in capitals or not. */
    static final class Pair implements ITypeConverter<Dyad> {
        @Override
        public Dyad convert(String value) {
            String[] states = value.strip().toUpperCase(Locale.ROOT).split("-", -1);
            return Optional.of(states)
                    .filter(two -> two.length == 2)
                    .flatMap(two -> Dyad.between(two[0].strip(), two[1].strip()))
                    .orElseThrow(() -> new TypeConversionException("not a pair of states: '" + value
                            + "' (write two different ISO 3166-1 alpha-3 codes, as AZE-FRA)"));
        }
    }

    /** A sink. */
    static final class Sink implements ITypeConverter<SinkSpec> {
        @Override
        public SinkSpec convert(String value) {
            try {
                return SinkSpec.parse(value);
            } catch (DemarcheException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** What a sink writes. */
    static final class Format implements ITypeConverter<AlertFormat> {
        @Override
        public AlertFormat convert(String value) {
            try {
                return AlertFormat.parse(value);
            } catch (DemarcheException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** A state, by its three-letter code, or the European Union; in capitals or not. */
    static final class State implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            String code = value.strip().toUpperCase(Locale.ROOT);
            if (!Dyad.isParty(code)) {
                throw new TypeConversionException("not a state: '" + value
                        + "' (write its ISO 3166-1 alpha-3 code, as FRA, or EU for the Union)");
            }
            return code;
        }
    }

    /** A level of tension. */
    static final class Level implements ITypeConverter<TensionLevel> {
        @Override
        public TensionLevel convert(String value) {
            return LEVELS.stream()
                    .filter(level -> level.name().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("not a level: '" + value + "'; there are: "
                            + LEVELS.stream().map(TensionLevel::name).collect(Collectors.joining(", "))));
        }
    }

    /** Where to start reading. */
    static final class From implements ITypeConverter<StartPoint> {
        @Override
        public StartPoint convert(String value) {
            return switch (value) {
                case "beginning" -> new StartPoint.Beginning();
                case "latest" -> new StartPoint.Latest();
                default -> {
                    try {
                        yield new StartPoint.Time(PublicationDate.parse(value));
                    } catch (IllegalArgumentException e) {
                        throw new TypeConversionException("neither beginning nor latest nor a time: '" + value
                                + "' (write it as 2023-12-28 or 2023-12-28T09:00:00Z)");
                    }
                }
            };
        }
    }

    /** A speed: {@code max}, or how many times faster than life. */
    static final class Speed implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            if (value.equals("max")) {
                return ReplayPlan.MAX_SPEED;
            }
            if (value.matches("\\d{1,6}(\\.\\d{1,3})?x") && !value.matches("[0.]*x")) {
                return Double.valueOf(value.substring(0, value.length() - 1));
            }
            throw new TypeConversionException("not a speed: '" + value + "' (write max, 1x, 10x or 0.5x)");
        }
    }
}
