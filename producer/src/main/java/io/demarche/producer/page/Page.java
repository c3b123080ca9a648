package io.demarche.producer.page;

import io.demarche.producer.date.StatedDate;
import java.util.Optional;

/**
 * The article on a page.
 *
 * @param url the address that the page gives itself, else the one it was fetched from; empty where neither is known
 * @param title headline; empty where there is none
 * @param text paragraphs, an empty line between them; empty where the page holds no article
 * @param publisher who published it; empty where unknown
 * @param author who wrote it; empty where the page does not say
 * @param published when, as the page states it
 * @param language ISO 639-1 code; empty where the page does not say
 */
public record Page(
        Optional<String> url,
        String title,
        String text,
        String publisher,
        String author,
        Optional<StatedDate> published,
        Optional<String> language) {}
