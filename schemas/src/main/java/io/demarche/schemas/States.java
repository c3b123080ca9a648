package io.demarche.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The codes of states: ISO 3166-1 alpha-3, and {@code XKX} for Kosovo, from the resource {@code states.tsv}. A list of
 * what is a state, not of what is none: organisations have three-letter codes too ({@code IMF}, {@code OIC}), and nobody
 * could name them all.
 */
final class States {
    private static final String RESOURCE = "states.tsv";
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Set<String> CODES = load();

    private States() {}

    static boolean contains(String code) {
        return CODES.contains(code);
    }

    private static Set<String> load() {
        try (InputStream in = States.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new DemarcheException("resource " + RESOURCE + " is missing");
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .toList();
            lines.stream()
                    .filter(line -> !CODE.matcher(line).matches())
                    .findFirst()
                    .ifPresent(line -> {
                        throw new DemarcheException(
                                "resource " + RESOURCE + ": '" + line + "' is no code of three letters");
                    });
            return lines.stream().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
