package org.limbeck.architectures.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Which parameters of a network are not learnt by the gradient: those of frozen layers, and the
 * running statistics of batch normalisation, for which DL4J leaves in the gradient what is to be
 * subtracted from them.
 */
final class ParameterKinds {
  private final List<INDArray> frozen = new ArrayList<>();
  private final List<INDArray> statistics = new ArrayList<>();
  private final List<INDArray> changes = new ArrayList<>();

  private ParameterKinds() {}

  /** Looks through the layers of an initialised network. */
  static ParameterKinds of(ComputationGraph network) {
    ParameterKinds kinds = new ParameterKinds();
    INDArray parameters = network.params().reshape(network.numParams());
    INDArray gradient = network.getGradientsViewArray().reshape(network.numParams());
    long at = 0;
    for (Layer layer : network.getLayers()) {
      org.deeplearning4j.nn.conf.layers.Layer configuration = layer.conf().getLayer();
      boolean isFrozen =
          configuration instanceof FrozenLayer || configuration instanceof FrozenLayerWithBackprop;
      for (Map.Entry<String, INDArray> parameter : parameters(layer).entrySet()) {
        long end = at + parameter.getValue().length();
        if (isFrozen) {
          kinds.frozen.add(gradient.get(NDArrayIndex.interval(at, end)));
        } else if (isStatistic(configuration, parameter.getKey())) {
          kinds.statistics.add(parameters.get(NDArrayIndex.interval(at, end)));
          kinds.changes.add(gradient.get(NDArrayIndex.interval(at, end)));
        }
        at = end;
      }
    }
    return kinds;
  }

  /** Lets the running statistics take up those of the last batch. */
  void updateStatistics() {
    for (int i = 0; i < statistics.size(); i++) {
      statistics.get(i).subi(changes.get(i));
    }
    clearStatistics();
  }

  void clearStatistics() {
    changes.forEach(change -> change.assign(0));
  }

  void clearFrozen() {
    frozen.forEach(gradient -> gradient.assign(0));
  }

  private static Map<String, INDArray> parameters(Layer layer) {
    return layer.paramTable() == null ? Map.of() : layer.paramTable();
  }

  private static boolean isStatistic(
      org.deeplearning4j.nn.conf.layers.Layer configuration, String parameter) {
    return configuration instanceof BatchNormalization
        && (parameter.equals(BatchNormalizationParamInitializer.GLOBAL_MEAN)
            || parameter.equals(BatchNormalizationParamInitializer.GLOBAL_VAR)
            || parameter.equals(BatchNormalizationParamInitializer.GLOBAL_LOG_STD));
  }
}
