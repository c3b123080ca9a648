package io.demarche.training.parser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names as numbers, in the order in which they first appear. */
final class Numbering {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    int of(String name) {
        return numbers.computeIfAbsent(name, unknown -> numbers.size());
    }

    int size() {
        return numbers.size();
    }

    List<String> names() {
        return List.copyOf(numbers.keySet());
    }
}
