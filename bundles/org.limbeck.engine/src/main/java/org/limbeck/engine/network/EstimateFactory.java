package org.limbeck.engine.network;

import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.engine.binding.PluginErrors;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.weighting.WeightLimit;
import org.limbeck.engine.weighting.WeightedEstimate;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginKind;

/** Makes the estimates of devices. */
record EstimateFactory(Experiment experiment, PluginSet pluginSet) {

  /** Makes an estimate without any row exchanged. */
  Estimate estimate() {
    return PluginErrors.blaming(
        experiment.plugin(PluginKind.AGGREGATION),
        () -> pluginSet.aggregation().open(pluginSet.estimateRows(), pluginSet.data().classes()));
  }

  /** Puts the weights of a device before its estimate, unless all devices count alike. */
  Estimate weighted(Estimate estimate, LabelledRows rows) {
    if (pluginSet.weighting().isUniform()) {
      return estimate;
    }
    return PluginErrors.blaming(
        experiment.plugin(PluginKind.WEIGHTING), () -> weighing(estimate, rows));
  }

  private Estimate weighing(Estimate estimate, LabelledRows rows) {
    int classes = pluginSet.data().classes();
    int references = pluginSet.reference().rows();
    return new WeightedEstimate(
        estimate,
        pluginSet.weighting().open(rows, pluginSet.reference(), classes),
        pluginSet.weighting().tellsProfile(),
        new WeightLimit(
            pluginSet.weighting().most(), references, !pluginSet.aggregation().conservesSum()),
        classes);
  }
}
