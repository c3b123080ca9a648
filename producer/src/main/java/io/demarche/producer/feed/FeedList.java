package io.demarche.producer.feed;

import io.demarche.producer.fetch.FetchException;
import io.demarche.producer.page.PageCharset;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdom2.Element;

/** Lists of feeds as OPML, which feed readers write. */
public final class FeedList {
    private static final int DEEPEST = 50;

    private FeedList() {}

    /**
     * The addresses of the feeds in a file, in its order, each once.
     *
     * @throws DemarcheException where it cannot be read, or names no feed
     */
    public static List<String> read(Path file) {
        Set<String> feeds = new LinkedHashSet<>();
        try {
            Element root = FeedXml.document(PageCharset.decode(Files.readAllBytes(file), null))
                    .getRootElement();
            collect(root, feeds, 0);
        } catch (NoSuchFileException e) {
            throw new DemarcheException("--feeds: no such file: " + file, e);
        } catch (IOException e) {
            throw new DemarcheException("--feeds: cannot read " + file + ": " + e.getMessage(), e);
        } catch (FetchException e) {
            throw new DemarcheException("--feeds: " + file + " is no OPML", e);
        }
        if (feeds.isEmpty()) {
            throw new DemarcheException("--feeds: " + file + " names no feed (<outline xmlUrl=\"https://…\"/>)");
        }
        return new ArrayList<>(feeds);
    }

    private static void collect(Element element, Set<String> feeds, int depth) {
        String address = element.getAttributeValue("xmlUrl");
        if (address != null && !address.isBlank()) {
            feeds.add(address.strip());
        }
        if (depth < DEEPEST) {
            element.getChildren().forEach(child -> collect(child, feeds, depth + 1));
        }
    }
}
