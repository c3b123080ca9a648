package io.demarche.producer.clean;

import io.demarche.producer.clean.CleaningRule.Kind;
import io.demarche.producer.clean.CleaningRule.Zone;
import io.demarche.schemas.DemarcheException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The cleaning rules of a tab-separated file: kind, zone, longest, pattern. The header of the bundled file explains them. */
final class CleaningRules {
    private static final String BUNDLED = "cleaning-rules.tsv";
    private static final List<String> COLUMNS = List.of("kind", "zone", "longest", "pattern");
    private static final int LONGEST = 400;

    private CleaningRules() {}

    /** The rules that come with the program. */
    static List<CleaningRule> bundled() {
        try (InputStream in = CleaningRules.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new DemarcheException(BUNDLED + ": missing from the program's own files; build it anew");
            }
            return read(BUNDLED, new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new DemarcheException(BUNDLED + ": cannot be read", e);
        }
    }

    /** The rules in a text, such as a test's. */
    static List<CleaningRule> parse(String name, String text) {
        try {
            return read(name, new StringReader(text));
        } catch (IOException e) {
            throw new DemarcheException(name + ": cannot be read", e);
        }
    }

    private static List<CleaningRule> read(String name, Reader text) throws IOException {
        BufferedReader lines = new BufferedReader(text);
        List<CleaningRule> rules = new ArrayList<>();
        boolean header = false;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String where = name + ":" + number;
            List<String> cells = Arrays.asList(line.split("\t", -1));
            if (!header) {
                require(cells.equals(COLUMNS), where, "the first row must name the columns " + COLUMNS);
                header = true;
            } else {
                rules.add(rule(where, cells));
            }
        }
        require(!rules.isEmpty(), name + ":" + number, "no rule in it");
        return List.copyOf(rules);
    }

    private static CleaningRule rule(String where, List<String> cells) {
        require(cells.size() == COLUMNS.size(), where, "expected " + COLUMNS.size() + " cells, found " + cells.size());
        Kind kind = constant(Kind.class, where, cells.get(0));
        Zone zone = constant(Zone.class, where, cells.get(1));
        String longest = cells.get(2);
        require(
                longest.matches("[1-9][0-9]{0,2}") && Integer.parseInt(longest) <= LONGEST,
                where,
                "longest must be a number from 1 to " + LONGEST + ", not '" + longest + "'");
        return new CleaningRule(kind, zone, Integer.parseInt(longest), pattern(where, cells.get(3)));
    }

    private static Pattern pattern(String where, String regex) {
        require(!regex.isBlank(), where, "the pattern is empty");
        try {
            Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            require(!pattern.matcher("").matches(), where, "the pattern matches an empty line");
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new DemarcheException(where + ": not a regular expression: " + e.getDescription(), e);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String where, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new DemarcheException(where + ": '" + name + "' is none of " + Arrays.toString(type.getEnumConstants()));
    }

    private static void require(boolean holds, String where, String what) {
        if (!holds) {
            throw new DemarcheException(where + ": " + what);
        }
    }
}
