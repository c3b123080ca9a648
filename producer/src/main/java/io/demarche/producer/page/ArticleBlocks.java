package io.demarche.producer.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Of the blocks of a container, those that are the article's text. */
final class ArticleBlocks {
    private static final int LONG = 80;

    private ArticleBlocks() {}

    static List<TextBlock> of(List<TextBlock> blocks, String title) {
        List<TextBlock> kept = new ArrayList<>();
        Set<String> met = new HashSet<>();
        for (TextBlock block : blocks) {
            if (isText(block, title) && (!isProse(block) || met.add(block.text()))) {
                kept.add(block);
            }
        }
        while (!kept.isEmpty() && kept.get(kept.size() - 1).isHeading()) {
            kept.remove(kept.size() - 1);
        }
        return kept;
    }

    /** Whether nobody would write it twice. */
    private static boolean isProse(TextBlock block) {
        return block.text().length() >= LONG && block.endsLikeSentence();
    }

    private static boolean isText(TextBlock block, String title) {
        String text = block.text();
        if (text.equalsIgnoreCase(title) || block.element().normalName().equals("h1")) {
            return false;
        }
        if (text.chars().noneMatch(Character::isLetterOrDigit)) {
            return false;
        }
        double links = block.linkDensity();
        if (block.isHeading()) {
            return links < 0.9;
        }
        if (links > 0.8) {
            return text.length() > LONG && block.endsLikeSentence();
        }
        return true;
    }
}
