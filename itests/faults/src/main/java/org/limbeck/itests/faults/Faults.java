package org.limbeck.itests.faults;

/**
 * What happens to frames on their way. A seed decides which frames these are.
 *
 * @param lost the share of frames that never arrive
 * @param repeated the share that arrives twice
 * @param late the share that is overtaken by up to {@link Lane#MOST_LATE} later frames
 * @param overtaken the share that is overtaken by the next frame
 * @param seed decides which frames
 */
record Faults(double lost, double repeated, double late, double overtaken, long seed) {}
