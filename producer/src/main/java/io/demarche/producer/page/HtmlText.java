package io.demarche.producer.page;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The words of a piece of HTML, such as an item of a feed holds. */
public final class HtmlText {
    private static final String NEVER_TEXT =
            "script, style, noscript, template, iframe, object, svg, figcaption, form, button";

    private HtmlText() {}

    /** Paragraph by paragraph, an empty line between two. Plain text stays as it is. */
    public static String paragraphs(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html.strip();
        }
        Document piece = Jsoup.parseBodyFragment(html);
        piece.select(NEVER_TEXT).remove();
        return BlockReader.blocks(piece.body()).stream().map(TextBlock::text).collect(Collectors.joining("\n\n"));
    }

    /** On one line. */
    public static String oneLine(String html) {
        return paragraphs(html).replaceAll("\\s+", " ").strip();
    }
}
