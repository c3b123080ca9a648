package io.demarche.web.pipeline;

import io.demarche.schemas.DemarcheException;

/** Finds out how the pipeline stands. */
public interface PipelineSource {
    /**
     * How it stands now.
     *
     * @throws DemarcheException where that cannot be found out; the message says why
     */
    PipelineReport report();
}
