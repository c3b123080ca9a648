package io.demarche.coder.candidate;

import io.demarche.coder.actor.Party;
import io.demarche.coder.lexicon.ActClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Between whom the acts of one article were so far: who is meant where a sentence leaves out the other side of a quarrel
 * ("Quito rejected the accusations"). Belongs to one article and one thread.
 */
public final class Counterparts {
    /** How many parsed sentences back the quarrel may have been told of. */
    private static final int REACH = 4;

    private final Deque<Told> told = new ArrayDeque<>();
    private int sentence;

    private record Told(int sentence, boolean hostile, Party source, Party target) {}

    /** Starts the next sentence. */
    public void nextSentence() {
        sentence++;
        while (!told.isEmpty() && told.peekLast().sentence() < sentence - REACH) {
            told.removeLast();
        }
    }

    /** Notes an act of this sentence. */
    void told(Act act) {
        told.addFirst(new Told(sentence, ActClass.CONFLICT.has(act.cameo()), act.source(), act.target()));
    }

    /**
     * The other side of the latest act of an earlier sentence in which the party had a part.
     *
     * @param hostile whether only acts such as are denied count: charges, threats, violence; a guest is no accuser
     */
    Optional<Party> of(String code, boolean hostile) {
        for (Told act : told) {
            if (hostile && !act.hostile()) {
                continue;
            }
            if (act.sentence() < sentence && act.source().code().equals(code)) {
                return Optional.of(act.target());
            }
            if (act.sentence() < sentence && act.target().code().equals(code)) {
                return Optional.of(act.source());
            }
        }
        return Optional.empty();
    }
}
