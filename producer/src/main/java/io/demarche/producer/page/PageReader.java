package io.demarche.producer.page;

import io.demarche.producer.date.DateReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads the article on a page. Thread-safe. */
public final class PageReader {
    private final PageParts parts = PageParts.load();
    private final Walls walls = Walls.load();
    private final Map<String, List<String>> facts = new HashMap<>();
    private final DateReader dates = new DateReader();

    /** A reader with the bundled tables. */
    public PageReader() {
        PageTable.rows(
                "page-facts.tsv",
                2,
                row -> facts.computeIfAbsent(row.get(0), fact -> new ArrayList<>())
                        .add(row.get(1)));
    }

    /**
     * The article of a page in bytes.
     *
     * @param charset as the server declared it; absent where it did not
     * @param url where the page was fetched from; absent where unknown
     */
    public Page read(byte[] bytes, @Nullable String charset, @Nullable String url) {
        return read(PageCharset.decode(bytes, charset), url);
    }

    /** The article of a page. */
    public Page read(String html, @Nullable String url) {
        Document page = Jsoup.parse(html, url == null ? "" : url);
        StructuredData data = StructuredData.of(page);
        PageFacts known = new PageFacts(page, data, facts, dates);
        Optional<String> address = known.url(url);
        String title = known.title();
        String publisher = known.publisher(address.orElse(null));
        String author = known.author();
        var published = known.published(address.orElse(null));
        Optional<String> language = known.language();
        // Last, since it takes the page apart.
        List<TextBlock> blocks = ArticleBlocks.of(BlockReader.blocks(new MainContent(parts).of(page)), title);
        String text = walls.withoutWalls(WholeText.of(blocks, data.body()));
        return new Page(address, title, text, publisher, author, published, language);
    }
}
