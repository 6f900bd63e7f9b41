package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Layers;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.NetworkLayer;

/** The part of the {@link ArchitectureContract} about the {@link Layers} of a model. */
interface LayersTests extends ModelTests {

  @Test
  default void layersPredictTheSame() {
    Model model = lab().trained(1);
    List<NetworkLayer> layers = lab().capability(model, Layers.class).layers();
    Block probes = lab().probes(20);
    float[] decisions = lab().decisions(model, probes);
    int classes = lab().classes();
    for (int row = 0; row < probes.rows(); row++) {
      int at = row * probes.width();
      float[] features = Arrays.copyOfRange(probes.values(), at, at + probes.width());
      float[] computed = PlainLayers.apply(layers, features);
      assertThat(computed).as("the layers' decision on row %d", row).hasSize(classes);
      for (int k = 0; k < classes; k++) {
        assertThat(computed[k])
            .as("the layers' decision on row %d, class %d", row, k)
            .isCloseTo(decisions[row * classes + k], Offset.offset(1e-4f));
      }
    }
  }

  @Test
  default void layersAreCopies() {
    Model model = lab().trained(1);
    float[] before = lab().decisions(model);
    for (NetworkLayer layer : lab().capability(model, Layers.class).layers()) {
      if (layer instanceof NetworkLayer.Dense dense) {
        Arrays.fill(dense.weights(), 9);
        Arrays.fill(dense.biases(), 9);
      } else if (layer instanceof NetworkLayer.Convolution convolution) {
        Arrays.fill(convolution.weights(), 9);
        Arrays.fill(convolution.biases(), 9);
      }
    }
    assertThat(lab().decisions(model)).isEqualTo(before);
  }
}
