package io.demarche.producer;

import io.demarche.schemas.DemarcheException;
import java.time.Duration;

/**
 * How a run behaves.
 *
 * @param strict whether the first rejection ends the run with an error
 * @param progressEvery how long a run goes on before it says how far it is
 * @param remembered how many articles are kept in mind to tell duplicates, about 150 bytes each, with the
 *     latest 16 versions of each; the oldest are forgotten first, and a duplicate of a forgotten one is sent, which does no harm downstream
 */
public record RunOptions(boolean strict, Duration progressEvery, int remembered) {
    private static final int REMEMBERED = 500_000;

    /**
     * @throws DemarcheException naming the option that is out of range
     */
    public RunOptions {
        if (progressEvery.isNegative() || progressEvery.isZero()) {
            throw new DemarcheException("progressEvery=" + progressEvery + ": must be longer than zero");
        }
        if (remembered < 1) {
            throw new DemarcheException("remembered=" + remembered + ": must be at least 1");
        }
    }

    /** Lenient, a progress line every 10 seconds. */
    public static RunOptions lenient() {
        return new RunOptions(false, Duration.ofSeconds(10), REMEMBERED);
    }

    /** The same, told of so often. */
    public RunOptions tellingEvery(Duration progress) {
        return new RunOptions(strict, progress, remembered);
    }

    /** The same, ended by the first rejection. */
    public RunOptions asStrict() {
        return new RunOptions(true, progressEvery, remembered);
    }
}
