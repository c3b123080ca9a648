package io.demarche.producer;

import io.demarche.avro.RawArticle;
import io.demarche.producer.source.Remark;
import java.util.Set;

/**
 * An article that was taken in.
 *
 * @param article the record that goes to {@code raw-articles}
 * @param remarks what had to be assumed of it, and mended in it
 */
public record TakenArticle(RawArticle article, Set<Remark> remarks) {
    public TakenArticle {
        remarks = Set.copyOf(remarks);
    }
}
