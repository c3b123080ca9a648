package io.demarche.tension.links;

import io.demarche.avro.LinkBasis;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.ActCatalogue;

/**
 * One act as the answer to another.
 *
 * @param answer the later act
 * @param to the act that it answers
 */
public record Link(Act answer, Act to, LinkBasis basis, double confidence) {
    public int lagDays() {
        return answer.date() - to.date();
    }

    /** A coercive act answered in kind: both coercive, and of the same class or linked by the text itself. */
    public boolean retaliates() {
        return answer.level() >= ActCatalogue.COERCIVE
                && to.level() >= ActCatalogue.COERCIVE
                && answer.kind().coercive()
                && to.kind().coercive()
                && basis != LinkBasis.NEIGHBOURING_CLASS;
    }
}
