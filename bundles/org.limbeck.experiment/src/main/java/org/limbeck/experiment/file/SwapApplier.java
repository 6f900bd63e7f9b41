package org.limbeck.experiment.file;

import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Swap;
import org.limbeck.experiment.plugin.OptionRules;
import org.limbeck.experiment.plugin.PluginCatalog;

/** Applies swaps to experiments, and refuses those that do not fit. */
public final class SwapApplier {
  private final PluginCatalog catalog;
  private final OptionRules rules;

  /** Makes one that checks against a catalog. */
  public SwapApplier(PluginCatalog catalog, OptionRules rules) {
    this.catalog = catalog;
    this.rules = rules;
  }

  /**
   * Applies a swap.
   *
   * @param by who asks for it
   * @param current the experiment as it is
   * @param nextDevice the number of the next device that joins
   * @return the experiment as it shall be
   * @throws InvalidInputException with everything that does not fit
   */
  public Experiment apply(Swap swap, String by, Experiment current, long nextDevice) {
    Problems problems = new Problems();
    Experiment next =
        new SwappedExperiment(
                current,
                swap,
                SwapOrigins.askedBy(by),
                new PluginChoiceReader(catalog, rules, problems),
                problems)
            .next(nextDevice);
    problems.requireNone();
    return next;
  }
}
