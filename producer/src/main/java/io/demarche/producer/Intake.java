package io.demarche.producer;

import io.demarche.avro.RawArticle;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Remark;
import java.util.Set;

/** What became of a draft at the door: an article, or the reason why it is none. */
public sealed interface Intake {
    /**
     * It was taken in.
     *
     * @param article the record that goes to {@code raw-articles}
     * @param remarks what had to be assumed of it, and mended in it
     */
    record Taken(RawArticle article, Set<Remark> remarks) implements Intake {
        public Taken {
            remarks = Set.copyOf(remarks);
        }
    }

    /** It was turned away. */
    record Refused(Rejection rejection) implements Intake {}
}
