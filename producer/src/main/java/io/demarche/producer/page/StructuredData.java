package io.demarche.producer.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What a page says of its article in schema.org's words (JSON-LD). */
final class StructuredData {
    private static final int DEEPEST = 12;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private final List<JsonNode> articles = new ArrayList<>();

    private StructuredData() {}

    static StructuredData of(Document page) {
        StructuredData data = new StructuredData();
        for (Element script : page.select("script[type=application/ld+json]")) {
            data.read(script.data());
        }
        return data;
    }

    private void read(String json) {
        String text = json.replace("<!--", "")
                .replace("-->", "")
                .replace("<![CDATA[", "")
                .replace("]]>", "")
                .strip();
        try {
            collect(JSON.readTree(text), 0);
        } catch (JsonProcessingException e) {
            // Many pages hold what is nearly JSON: then the page is read without it.
        }
    }

    private void collect(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isObject() && isArticle(node.path("@type"))) {
            articles.add(node);
        } else if (node.isContainerNode()) {
            node.forEach(below -> collect(below, depth + 1));
        }
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
            return false;
        }
        String name = type.asText("");
        return name.endsWith("Article") || name.endsWith("BlogPosting") || name.equals("Report");
    }

    /** A field of the article, the first that has it; of a thing, its name. Without mark-up, on one line. */
    Optional<String> text(String field) {
        return articles.stream()
                .map(article ->
                        plain(article.path(field)).replaceAll("\\s+", " ").strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The text of the article, where it is given. */
    Optional<String> body() {
        return articles.stream()
                .map(article -> plain(article.path("articleBody")).strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static String plain(JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty() ? "" : plain(value.get(0));
        }
        if (value.isObject()) {
            JsonNode name = value.path("name");
            return name.isMissingNode() ? plain(value.path("@id")) : plain(name);
        }
        return Parser.unescapeEntities(value.asText(""), false);
    }
}
