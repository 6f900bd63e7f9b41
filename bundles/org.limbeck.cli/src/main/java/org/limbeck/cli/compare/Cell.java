package org.limbeck.cli.compare;

import org.limbeck.experiment.Experiment;

/**
 * A run of a comparison.
 *
 * @param label what its experiment is called; the same for all seeds
 * @param experiment the experiment
 */
record Cell(String label, Experiment experiment) {

  /** Returns the name of its run folder: the label in letters and digits, and the seed. */
  String folder() {
    String plain =
        label
            .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{So}\\u200c\\u200d._=-]+", "-")
            .replaceAll("^[.-]+|-+$", "");
    return (plain.isEmpty() ? "run" : plain) + "-" + experiment.seed();
  }

  /** Returns such as {@code fedavg, seed 2}. */
  @Override
  public String toString() {
    return label + ", seed " + experiment.seed();
  }
}
