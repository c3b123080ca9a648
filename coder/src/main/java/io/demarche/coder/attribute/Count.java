package io.demarche.coder.attribute;

/**
 * How many were concerned.
 *
 * @param number at least 1
 * @param counted what is counted, as written, without the state: "embassy employees"
 */
public record Count(int number, String counted) {}
