package io.demarche.tension;

import io.demarche.avro.LinkBasis;

/**
 * One act as the answer to another.
 *
 * @param answer the later act
 * @param to the act that it answers
 */
record Link(Act answer, Act to, LinkBasis basis, double confidence) {
    int lagDays() {
        return answer.date() - to.date();
    }

    /** A coercive act answered in kind: both coercive, and of the same class or linked by the text itself. */
    boolean retaliates() {
        return answer.level() >= ActCatalogue.COERCIVE
                && to.level() >= ActCatalogue.COERCIVE
                && answer.kind().coercive()
                && to.kind().coercive()
                && basis != LinkBasis.NEIGHBOURING_CLASS;
    }
}
