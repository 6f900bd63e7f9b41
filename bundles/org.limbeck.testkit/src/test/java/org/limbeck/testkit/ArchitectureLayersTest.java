package org.limbeck.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Layers;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.NetworkLayer;
import org.limbeck.api.architecture.Weights;

class ArchitectureLayersTest extends ContractTests {

  /** The contract of models that state other layers. */
  private abstract static class WithLayers extends ModelContract {
    @Override
    Model wrap(Model model) {
      Weights weights = model.capability(Weights.class).orElseThrow();
      Layers honest = model.capability(Layers.class).orElseThrow();
      Layers other = () -> layers(weights, honest.layers());
      return new WrappedModel(model) {
        @Override
        public <T> Optional<T> capability(Class<T> type) {
          return type == Layers.class ? Optional.of(type.cast(other)) : super.capability(type);
        }
      };
    }

    abstract List<NetworkLayer> layers(Weights weights, List<NetworkLayer> honest);
  }

  @Fails("layersPredictTheSame")
  static class LeavesBiasesOut extends WithLayers {
    @Override
    List<NetworkLayer> layers(Weights weights, List<NetworkLayer> honest) {
      Arrays.fill(((NetworkLayer.Dense) honest.get(0)).biases(), 0);
      return honest;
    }
  }

  @Fails("layersPredictTheSame")
  static class EndsInLogits extends WithLayers {
    @Override
    List<NetworkLayer> layers(Weights weights, List<NetworkLayer> honest) {
      return honest.subList(0, 1);
    }
  }

  @Fails("layersAreCopies")
  static class HandsOutItsOwnArrays extends WithLayers {
    private Weights live;
    private List<NetworkLayer> layers;

    @Override
    List<NetworkLayer> layers(Weights weights, List<NetworkLayer> honest) {
      live = weights;
      layers = honest;
      return layers;
    }

    @Override
    Model wrap(Model model) {
      return new WrappedModel(super.wrap(model)) {
        @Override
        public void predict(Block inputs, Block decisions) {
          if (layers != null) {
            NetworkLayer.Dense dense = (NetworkLayer.Dense) layers.get(0);
            float[] values =
                Arrays.copyOf(dense.weights(), dense.weights().length + dense.biases().length);
            System.arraycopy(
                dense.biases(), 0, values, dense.weights().length, dense.biases().length);
            live.set(values);
          }
          super.predict(inputs, decisions);
        }
      };
    }
  }
}
