package io.demarche.cli.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** JSON as YAML in block style: every string in double quotes, as JSON writes it, so that none is taken for something else. */
final class YamlText {
    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    static String of(JsonNode root) {
        YamlText text = new YamlText();
        text.entries(root, 0);
        return text.out.toString();
    }

    private void entries(JsonNode object, int depth) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            indent(depth);
            out.append(key(field.getKey())).append(':');
            value(field.getValue(), depth + 1);
        }
    }

    private void value(JsonNode value, int depth) {
        if (!value.isContainerNode() || value.isEmpty()) {
            out.append(' ').append(value).append('\n');
        } else if (value.isObject()) {
            out.append('\n');
            entries(value, depth);
        } else {
            out.append('\n');
            value.forEach(item -> {
                indent(depth);
                out.append('-');
                value(item, depth + 1);
            });
        }
    }

    private void indent(int depth) {
        out.append("  ".repeat(depth));
    }

    private static String key(String name) {
        return name.matches("[A-Za-z$_][A-Za-z0-9_$.-]*") ? name : '"' + name + '"';
    }
}
