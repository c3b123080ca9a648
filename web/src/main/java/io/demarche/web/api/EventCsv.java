package io.demarche.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** Acts as comma-separated values (RFC 4180), with the best quote of each. */
final class EventCsv {
    private static final List<String> OF_ACT = List.of(
            "eventId",
            "eventDate",
            "source",
            "target",
            "eventType",
            "cameoCode",
            "howMany",
            "counted",
            "modality",
            "goldsteinTenths",
            "confidence",
            "publishers",
            "mentions",
            "inResponseTo",
            "lagDays");
    private static final List<String> OF_QUOTE = List.of("quote", "publisher", "url", "publishedAt");

    private EventCsv() {}

    static String of(ArrayNode acts) {
        StringBuilder csv = new StringBuilder(String.join(",", OF_ACT))
                .append(',')
                .append(String.join(",", OF_QUOTE))
                .append("\r\n");
        for (JsonNode act : acts) {
            OF_ACT.forEach(name -> csv.append(cell(act.path(name).asText(""))).append(','));
            JsonNode best = act.path("evidence").path(0);
            csv.append(String.join(
                            ",",
                            OF_QUOTE.stream()
                                    .map(name -> cell(best.path(name).asText("")))
                                    .toList()))
                    .append("\r\n");
        }
        return csv.toString();
    }

    /** Text that a spreadsheet would take for a formula is told apart by an apostrophe, as is usual. */
    private static String cell(String text) {
        boolean formula =
                !text.isEmpty() && "=+@-\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?\\d+(\\.\\d+)?");
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
