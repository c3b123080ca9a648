package io.demarche.cli;

import io.demarche.consumer.sink.SinkSpec;
import io.demarche.producer.source.PublicationDate;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Dyad;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read; what cannot be read is wrong usage, and said so. */
final class Values {
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

    /** A pair of states. */
    static final class Pair implements ITypeConverter<Dyad> {
        @Override
        public Dyad convert(String value) {
            try {
                return Dyad.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
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
}
