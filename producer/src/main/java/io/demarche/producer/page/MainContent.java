package io.demarche.producer.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the element of a page that holds the article. Changes the document: what is no text is taken out. */
final class MainContent {
    private final PageParts parts;

    MainContent(PageParts parts) {
        this.parts = parts;
    }

    /** The element that holds the article; the body where nothing on the page reads like one. */
    Element of(Document page) {
        Element body = page.body();
        removeNeverText(body);
        removeBeside(body);
        Weights weights = Weights.of(BlockReader.blocks(body));
        Element best = weights.best();
        return best == null ? body : widened(best, weights);
    }

    private void removeNeverText(Element root) {
        List<Element> out = new ArrayList<>();
        root.forEachNode(node -> {
            if (node instanceof Element element && element != root && parts.isNeverText(element)) {
                out.add(element);
            }
        });
        out.forEach(Element::remove);
    }

    private void removeBeside(Element root) {
        Weights weights = Weights.of(BlockReader.blocks(root));
        double most = weights.total(root) * 0.4;
        List<Element> out = new ArrayList<>();
        root.forEachNode(node -> {
            if (node instanceof Element element
                    && element != root
                    && parts.isNamedBeside(element)
                    && weights.total(element) <= most) {
                out.add(element);
            }
        });
        out.forEach(Element::remove);
    }

    /** From the element around the best paragraphs up to the one that says it is the article, or holds more of the same. */
    private Element widened(Element best, Weights weights) {
        Element named = null;
        for (Element at = best; at != null && !at.normalName().equals("body"); at = at.parent()) {
            if (parts.isBody(at) && (named == null || !at.normalName().equals("article"))) {
                named = at;
            }
        }
        if (named != null) {
            return named;
        }
        Element at = best;
        for (Element up = at.parent(); up != null && !up.normalName().equals("html"); up = up.parent()) {
            if (weights.total(up) > weights.total(at) * 1.1 && weights.score(up) > weights.score(at) * 0.33) {
                at = up;
            }
        }
        return at;
    }

    /** How much the blocks below each element weigh. */
    private static final class Weights {
        private static final int LEVELS = 6;
        private final Map<Element, double[]> sums = new IdentityHashMap<>();
        private @Nullable Element best;

        static Weights of(List<TextBlock> blocks) {
            Weights weights = new Weights();
            blocks.forEach(weights::add);
            for (TextBlock block : blocks) {
                int level = 0;
                for (Element at = block.element().parent(); at != null && level < LEVELS; at = at.parent()) {
                    if (weights.best == null || weights.score(at) > weights.score(weights.best)) {
                        weights.best = at;
                    }
                    level++;
                }
            }
            return weights;
        }

        private void add(TextBlock block) {
            double weight = block.weight();
            if (weight == 0) {
                return;
            }
            int level = -1;
            for (Element at = block.element(); at != null; at = at.parent()) {
                double[] sum = sums.computeIfAbsent(at, element -> new double[2]);
                sum[0] += weight;
                if (level >= 0 && level < LEVELS) {
                    sum[1] += level == 0 ? weight : level == 1 ? weight / 2 : weight / (3 * level);
                }
                level++;
            }
        }

        @Nullable
        Element best() {
            return best;
        }

        double total(Element element) {
            double[] sum = sums.get(element);
            return sum == null ? 0 : sum[0];
        }

        double score(Element element) {
            double[] sum = sums.get(element);
            return sum == null ? 0 : sum[1];
        }
    }
}
