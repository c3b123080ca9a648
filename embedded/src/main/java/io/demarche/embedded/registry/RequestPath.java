package io.demarche.embedded.registry;

import io.demarche.kafka.registry.SchemaRegistryException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The path and query of a request, decoded. A segment may hold a slash where it was written {@code %2F}. */
record RequestPath(List<String> segments, Map<String, String> queries) {

    /** @throws SchemaRegistryException (400) where the percent-encoding is broken */
    static RequestPath parse(String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        List<String> segments = new ArrayList<>();
        Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                // A plus sign stands for itself in a path, though not in a query.
                .forEach(segment -> segments.add(decode(segment.replace("+", "%2B"))));
        Map<String, String> queries = new HashMap<>();
        if (mark >= 0) {
            for (String pair : pathAndQuery.substring(mark + 1).split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    queries.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        }
        return new RequestPath(List.copyOf(segments), Map.copyOf(queries));
    }

    int size() {
        return segments.size();
    }

    /** The segment at this place; empty where the path is shorter. */
    String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }

    String query(String name, String otherwise) {
        return queries.getOrDefault(name, otherwise);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new SchemaRegistryException(400, "broken percent-encoding in the path", e);
        }
    }
}
