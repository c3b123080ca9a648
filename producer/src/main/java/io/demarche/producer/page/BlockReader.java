package io.demarche.producer.page;

import io.demarche.producer.page.TextBlock.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Cuts what is seen of an element into blocks, in the order of the page. */
final class BlockReader {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> ITEMS = Set.of("li", "dt", "dd", "tr");
    /** Deeper pages are built to exhaust whoever reads them. */
    private static final int DEEPEST = 400;

    private final List<TextBlock> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int links;
    private boolean broken;

    private BlockReader() {}

    static List<TextBlock> blocks(Element root) {
        BlockReader reader = new BlockReader();
        reader.read(root, root, Kind.PARAGRAPH, false, 0);
        reader.end(root, Kind.PARAGRAPH);
        return reader.blocks;
    }

    private void read(Element element, Element block, Kind kind, boolean link, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode words) {
                append(words.getWholeText(), link);
            } else if (child instanceof Element below) {
                readBelow(below, block, kind, link, depth + 1);
            }
        }
    }

    private void readBelow(Element below, Element block, Kind kind, boolean link, int depth) {
        String name = below.normalName();
        if (name.equals("br")) {
            if (broken) {
                end(block, kind);
            } else {
                append(" ", link);
            }
            broken = true;
        } else if (name.equals("td") || name.equals("th")) {
            // The cells of a row that hold no blocks of their own make one line.
            append(" ", link);
            read(below, block, kind, link, depth);
            append(" ", link);
        } else if (below.isBlock() || name.equals("tr")) {
            end(block, kind);
            Kind inside = HEADINGS.contains(name) ? Kind.HEADING : ITEMS.contains(name) ? Kind.ITEM : kind;
            read(below, below, inside, link, depth);
            end(below, inside);
        } else {
            read(below, block, kind, link || name.equals("a"), depth);
        }
    }

    private void append(String words, boolean link) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean blank = c <= ' ' || c == 0xA0 || Character.isWhitespace(c);
            if (!blank) {
                text.append(c);
                broken = false;
                links += link ? 1 : 0;
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
    }

    private void end(Element block, Kind kind) {
        String words = text.toString().strip();
        if (!words.isEmpty()) {
            blocks.add(new TextBlock(words, links, block, kind));
        }
        text.setLength(0);
        links = 0;
        broken = false;
    }
}
