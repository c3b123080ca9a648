package io.demarche.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures that alerting rules, dashboard and the page on operations name. */
final class NamedFigures {
    static final Path DIRECTORY = Path.of("..", "deploy", "observability");

    static final Path OPERATIONS = Path.of("..", "docs", "operations.md");

    private static final Pattern NAME = Pattern.compile("\\b(?:demarche|kafka|jvm|process)_[a-z0-9_]+");

    private NamedFigures() {}

    static Set<String> inRules() throws IOException {
        return names(Files.readString(DIRECTORY.resolve("prometheus/rules.yml")));
    }

    static Set<String> inOperationsPage() throws IOException {
        return names(Files.readString(OPERATIONS));
    }

    static Set<String> inDashboard() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String expression : dashboardExpressions()) {
            names.addAll(names(expression));
        }
        return names;
    }

    /** What the dashboard's panels ask, in their order. */
    static List<String> dashboardExpressions() throws IOException {
        JsonNode dashboard = new JsonMapper()
                .readTree(DIRECTORY.resolve("grafana/dashboards/demarche.json").toFile());
        List<String> expressions = new ArrayList<>();
        for (JsonNode panel : dashboard.get("panels")) {
            for (JsonNode target : panel.get("targets")) {
                expressions.add(target.get("expr").asText());
            }
        }
        return expressions;
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }
}
