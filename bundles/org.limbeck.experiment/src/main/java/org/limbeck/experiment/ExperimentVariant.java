package org.limbeck.experiment;

/**
 * One of the experiments that a file describes.
 *
 * @param label what tells it from the others of the file, such as {@code fedavg regularization=3};
 *     the same for all seeds, and empty if the file has no variants and sweeps over nothing but
 *     seeds
 * @param experiment the experiment
 */
public record ExperimentVariant(String label, Experiment experiment) {}
