package io.demarche.text;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** HTML's names and numbers for characters. Immutable. */
final class Entities {
    /** With ampersand and semicolon: the longest name of HTML 4 and more. */
    private static final int LONGEST = 12;

    private final Map<String, Integer> named = new HashMap<>();

    private Entities() {}

    static Entities load() {
        Entities entities = new Entities();
        Table table = Table.load(Table.class, "entities.tsv", "name", "code");
        for (Table.Row row : table.rows()) {
            try {
                entities.named.put(row.first(), Integer.parseInt(row.second(), 16));
            } catch (NumberFormatException e) {
                throw table.problem(row, "'" + row.second() + "' is no hexadecimal number");
            }
        }
        return entities;
    }

    /** Where the entity begins that the text ends with; -1 where it ends with none. */
    static int begin(TracedText text) {
        int least = Math.max(0, text.length() - LONGEST);
        for (int i = text.length() - 2; i >= least; i--) {
            char c = text.charAt(i);
            if (c == '&') {
                return i;
            }
            if (c != '#' && !isAsciiLetterOrDigit(c)) {
                return -1;
            }
        }
        return -1;
    }

    /** The character that a name or a number stands for; empty where it is none of HTML's. */
    OptionalInt character(String name) {
        if (name.startsWith("#")) {
            return numbered(name.substring(1));
        }
        Integer code = named.get(name);
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }

    private static OptionalInt numbered(String number) {
        boolean hexadecimal = number.startsWith("x") || number.startsWith("X");
        int code;
        try {
            code = hexadecimal ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
        if (code <= 0 || !Character.isValidCodePoint(code)) {
            return OptionalInt.empty();
        }
        // As browsers read them: numbers meant for Windows' own characters.
        return OptionalInt.of(code < 0x80 || code > 0x9F ? code : Windows1252.character(code));
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
