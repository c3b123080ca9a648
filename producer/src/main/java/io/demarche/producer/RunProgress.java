package io.demarche.producer;

import java.util.OptionalDouble;

/**
 * How far a run is.
 *
 * @param soFar what was done
 * @param share of the sources that has been read, from 0 to 1; empty where they cannot tell
 * @param where the last article stands that is acknowledged, with all before it: a run that is killed can go on from there
 */
public record RunProgress(RunSummary soFar, OptionalDouble share, String where) {}
