package io.demarche.web.api;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.EventType;
import io.demarche.avro.TensionLevel;
import io.demarche.schemas.Dyad;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parameters of a request, each checked; what is wrong is answered with 400 and its name. */
final class Parameters {
    private static final int LONGEST = 300;

    private final Context request;

    private Parameters(Context request) {
        this.request = request;
    }

    /** Those of a request that may have these and no others. */
    static Parameters of(Context request, String... known) {
        Set<String> allowed = Set.of(known);
        request.queryParamMap().forEach((name, values) -> {
            if (!allowed.contains(name)) {
                throw new BadRequestResponse("no such parameter: " + shown(name) + "; there are: "
                        + String.join(", ", allowed.stream().sorted().toList()));
            }
            if (values.size() != 1 || values.get(0).length() > LONGEST) {
                throw new BadRequestResponse(
                        "parameter " + name + " must be given once, with at most " + LONGEST + " characters");
            }
        });
        return new Parameters(request);
    }

    String text(String name) {
        String value = request.queryParam(name);
        return value == null ? "" : value.strip();
    }

    int number(String name, int byDefault, int most) {
        String value = text(name);
        if (value.isEmpty()) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, "a number from 1 to " + most, value);
        }
        throw wrong(name, "a number from 1 to " + most, value);
    }

    double share(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            return 0;
        }
        try {
            double share = Double.parseDouble(value);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, "a number from 0 to 1", value);
        }
        throw wrong(name, "a number from 0 to 1", value);
    }

    /** A day as text; empty where it is not given. */
    String day(String name) {
        String value = text(name);
        try {
            return value.isEmpty() ? "" : LocalDate.parse(value).toString();
        } catch (DateTimeException e) {
            throw wrong(name, "a day such as 2023-12-26", value);
        }
    }

    /** Whether it is given as true. */
    boolean yes(String name) {
        String value = text(name);
        if (!Set.of("", "true", "false").contains(value)) {
            throw wrong(name, "true or false", value);
        }
        return value.equals("true");
    }

    /** The rank of a level, 0 where none is given. */
    int rank(String name) {
        String value = text(name).toUpperCase(Locale.ROOT);
        if (value.isEmpty()) {
            return 0;
        }
        return Arrays.stream(TensionLevel.values())
                .filter(level -> level != TensionLevel.UNKNOWN && level.name().equals(value))
                .map(level -> level.ordinal() - TensionLevel.CALM.ordinal())
                .findFirst()
                .orElseThrow(() -> wrong(name, "a level such as TENSE", value));
    }

    /** A kind of act; empty where none is given. */
    String eventType(String name) {
        String value = text(name).toUpperCase(Locale.ROOT);
        if (!value.isEmpty()
                && Arrays.stream(EventType.values())
                        .noneMatch(type -> type.name().equals(value))) {
            throw wrong(name, "a kind of act such as DIPLOMATS_EXPELLED", value);
        }
        return value;
    }

    /** How an alert stands; empty where none is given. */
    String status(String name) {
        String value = text(name).toUpperCase(Locale.ROOT);
        if (!value.isEmpty()
                && Arrays.stream(AlertStatus.values())
                        .noneMatch(status ->
                                status != AlertStatus.UNKNOWN && status.name().equals(value))) {
            throw wrong(name, "FIRING, UPDATED, RESOLVED or RETRACTED", value);
        }
        return value;
    }

    /** Codes of states or of the European Union, separated by commas. */
    List<String> states(String name) {
        List<String> codes = Arrays.stream(text(name).toUpperCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
        if (codes.size() > 2 || !codes.stream().allMatch(Dyad::isParty)) {
            throw wrong(name, "the codes of one or two states, such as AZE,FRA", text(name));
        }
        return codes;
    }

    /** The code of one state; empty where none is given. */
    String state(String name) {
        List<String> codes = states(name);
        if (codes.size() > 1) {
            throw wrong(name, "the code of one state", text(name));
        }
        return codes.isEmpty() ? "" : codes.get(0);
    }

    /** A pair in either order; empty where none is given. */
    String dyad(String name) {
        return text(name).isEmpty() ? "" : dyadOf(text(name));
    }

    /** A pair in either order. */
    static String dyadOf(String text) {
        String[] codes = text.toUpperCase(Locale.ROOT).split("-", -1);
        Optional<Dyad> dyad = codes.length == 2 ? Dyad.between(codes[0], codes[1]) : Optional.empty();
        return dyad.map(Dyad::toString)
                .orElseThrow(
                        () -> new BadRequestResponse("no pair of states: " + shown(text) + "; write it as AZE-FRA"));
    }

    private static BadRequestResponse wrong(String name, String expected, String value) {
        return new BadRequestResponse("parameter " + name + " must be " + expected + ", not " + shown(value));
    }

    private static String shown(String value) {
        String safe = value.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .limit(40)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "'" + safe + "'";
    }
}
