package io.demarche.web.verdicts;

import io.demarche.avro.AnalystVerdict;

/** Takes verdicts. */
public interface VerdictOutlet {
    /**
     * Sends a verdict, and waits until it is kept.
     *
     * @throws UnsentVerdictException where it is not
     */
    void send(AnalystVerdict verdict);
}
