package org.limbeck.api.algorithm;

/**
 * How much a device trains in a round.
 *
 * @param localSteps training steps per round, at least 1
 * @param batch private rows per step, at least 1; a device with fewer rows takes them all
 */
public record Training(int localSteps, int batch) {}
