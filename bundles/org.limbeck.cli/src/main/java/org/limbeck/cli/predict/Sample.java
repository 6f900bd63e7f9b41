package org.limbeck.cli.predict;

/**
 * A sample to classify.
 *
 * @param line the line that it begins on, from 1
 * @param features as the dataset's users write them
 */
record Sample(long line, double[] features) {}
