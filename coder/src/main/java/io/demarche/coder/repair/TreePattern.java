package io.demarche.coder.repair;

import io.demarche.coder.lexicon.Table;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.TokenRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern over a tree, as {@code repairs.tsv} writes it: tokens by name, what they are, and how they hang together. */
final class TreePattern {
    private static final String NAME = "([a-z]+)";
    private static final Pattern TESTED = Pattern.compile("(.*?" + NAME + ")\\s*\\{([^}]*)}");
    private static final Pattern CHILD = Pattern.compile(NAME + "\\s*>(\\S+)\\s+" + NAME);
    private static final Pattern NO_CHILD = Pattern.compile(NAME + "\\s*!>(\\S+)");
    private static final Pattern BEHIND = Pattern.compile(NAME + "\\s*\\+(\\d?)\\s+" + NAME);
    private static final Pattern BEFORE = Pattern.compile(NAME + "\\s*<\\s*" + NAME);
    private static final Pattern BELOW = Pattern.compile(NAME + "\\s*>>\\s*" + NAME);
    private static final Pattern BEGINS = Pattern.compile(NAME + "\\s+begins\\s+" + NAME);
    private static final Pattern ENDS = Pattern.compile(NAME + "\\s+ends\\s+" + NAME);
    private static final String ANY = "*";

    private final List<Constraint> constraints;
    private final Map<String, Integer> names;

    private TreePattern(List<Constraint> constraints, Map<String, Integer> names) {
        this.constraints = constraints;
        this.names = names;
    }

    /**
     * Reads a pattern.
     *
     * @throws io.demarche.schemas.DemarcheException naming file, line and column, where it is none
     */
    static TreePattern parse(Table.Row row, String column) {
        Map<String, Integer> names = new LinkedHashMap<>();
        List<Constraint> constraints = new ArrayList<>();
        for (String part : row.required(column).split("&")) {
            Matcher tested = TESTED.matcher(part.strip());
            boolean tests = tested.matches();
            String relation = tests ? tested.group(1) : part.strip();
            if (!tests || !relation.equals(tested.group(2))) {
                constraints.add(relation(relation, names, row, column));
            }
            if (tests) {
                constraints.add(token(number(tested.group(2), names), TokenTest.parse(tested.group(3), row, column)));
            }
        }
        return new TreePattern(List.copyOf(constraints), names);
    }

    private static Constraint relation(String part, Map<String, Integer> names, Table.Row row, String column) {
        Matcher below = BELOW.matcher(part);
        if (below.matches()) {
            return below(known(below.group(1), names, row, column), number(below.group(2), names));
        }
        Matcher child = CHILD.matcher(part);
        if (child.matches()) {
            Set<String> labels = labels(child.group(2));
            return names.containsKey(child.group(1))
                    ? child(names.get(child.group(1)), labels, number(child.group(3), names))
                    : head(known(child.group(3), names, row, column), labels, number(child.group(1), names));
        }
        Matcher none = NO_CHILD.matcher(part);
        if (none.matches()) {
            return noChild(known(none.group(1), names, row, column), labels(none.group(2)));
        }
        Matcher behind = BEHIND.matcher(part);
        if (behind.matches()) {
            int distance = behind.group(2).isEmpty() ? 1 : Integer.parseInt(behind.group(2));
            return names.containsKey(behind.group(1))
                    ? behind(names.get(behind.group(1)), distance, number(behind.group(3), names))
                    : behind(known(behind.group(3), names, row, column), -distance, number(behind.group(1), names));
        }
        Matcher before = BEFORE.matcher(part);
        if (before.matches()) {
            int first = known(before.group(1), names, row, column);
            int second = known(before.group(2), names, row, column);
            return (s, named, rest) -> named[first] < named[second] && rest.fits();
        }
        Matcher begins = BEGINS.matcher(part);
        if (begins.matches()) {
            int whole = known(begins.group(2), names, row, column);
            return edge(TokenRange::begin, whole, number(begins.group(1), names));
        }
        Matcher ends = ENDS.matcher(part);
        if (ends.matches()) {
            int whole = known(ends.group(2), names, row, column);
            return edge(range -> range.end() - 1, whole, number(ends.group(1), names));
        }
        throw row.error(column, "'" + part + "' is no part of a pattern that the header explains");
    }

    static int known(String name, Map<String, Integer> names, Table.Row row, String column) {
        Integer number = names.get(name);
        if (number == null) {
            throw row.error(column, "no token is called '" + name + "' before");
        }
        return number;
    }

    private static int number(String name, Map<String, Integer> names) {
        return names.computeIfAbsent(name, any -> names.size());
    }

    static Set<String> labels(String written) {
        return Set.copyOf(Arrays.asList(written.split("\\|")));
    }

    private static boolean isAny(Set<String> labels, String label) {
        return labels.contains(ANY) || labels.contains(label);
    }

    private static Constraint token(int name, List<TokenTest> tests) {
        return (s, named, rest) -> {
            if (named[name] >= 0) {
                return fits(s, named[name], tests) && rest.fits();
            }
            for (int i = 0; i < s.size(); i++) {
                if (fits(s, i, tests) && binds(named, name, i, rest)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static boolean fits(ParsedSentence s, int token, List<TokenTest> tests) {
        for (TokenTest test : tests) {
            if (!test.fits(s, token)) {
                return false;
            }
        }
        return true;
    }

    private static Constraint child(int head, Set<String> labels, int name) {
        return (s, named, rest) -> {
            for (int c : s.children(named[head])) {
                if (isAny(labels, s.label(c)) && isOrBecomes(named, name, c, rest)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Constraint head(int child, Set<String> labels, int name) {
        return (s, named, rest) -> {
            int head = s.head(named[child]);
            return head >= 0 && isAny(labels, s.label(named[child])) && isOrBecomes(named, name, head, rest);
        };
    }

    private static Constraint noChild(int head, Set<String> labels) {
        return (s, named, rest) -> {
            for (int c : s.children(named[head])) {
                if (isAny(labels, s.label(c))) {
                    return false;
                }
            }
            return rest.fits();
        };
    }

    private static Constraint below(int top, int name) {
        return (s, named, rest) -> {
            TokenRange under = s.subtree(named[top]);
            for (int i = under.begin(); i < under.end(); i++) {
                if (i != named[top] && isOrBecomes(named, name, i, rest)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Constraint behind(int from, int distance, int name) {
        return (s, named, rest) -> {
            int token = named[from] + distance;
            return token >= 0 && token < s.size() && isOrBecomes(named, name, token, rest);
        };
    }

    private static Constraint edge(ToIntFunction<TokenRange> which, int whole, int name) {
        return (s, named, rest) -> isOrBecomes(named, name, which.applyAsInt(s.subtree(named[whole])), rest);
    }

    /** Whether the name is that token's, or may become it, and the rest fits. */
    private static boolean isOrBecomes(int[] named, int name, int token, Constraint.Rest rest) {
        return named[name] < 0 ? binds(named, name, token, rest) : named[name] == token && rest.fits();
    }

    private static boolean binds(int[] named, int name, int token, Constraint.Rest rest) {
        named[name] = token;
        if (rest.fits()) {
            return true;
        }
        named[name] = -1;
        return false;
    }

    /** The names of the tokens, with their numbers. */
    Map<String, Integer> names() {
        return names;
    }

    /** The tokens, by the numbers of their names, where the pattern fits first; empty where it does not. */
    Optional<int[]> find(ParsedSentence s) {
        int[] named = new int[names.size()];
        Arrays.fill(named, -1);
        return fits(s, named, 0) ? Optional.of(named) : Optional.empty();
    }

    private boolean fits(ParsedSentence s, int[] named, int from) {
        return from == constraints.size() || constraints.get(from).fits(s, named, () -> fits(s, named, from + 1));
    }
}
