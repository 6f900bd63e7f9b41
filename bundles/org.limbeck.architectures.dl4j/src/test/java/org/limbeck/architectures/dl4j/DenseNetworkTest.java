package org.limbeck.architectures.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@NeedsNativeCode
class DenseNetworkTest {

  @Test
  void isWhatDl4jMakesOfSuchLayers() {
    DenseNetwork network =
        new DenseNetwork(new int[] {5, 7, 4, 3}, Nonlinearity.TANH, new SplittableRandom(1));
    LayerNetwork dl4j =
        new LayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(dense(5, 7, Activation.TANH))
                .layer(dense(7, 4, Activation.TANH))
                .layer(dense(4, 3, Activation.IDENTITY))
                .build());
    dl4j.initialize(new SplittableRandom(1));
    assertThat(network.params().data().asFloat()).isEqualTo(dl4j.params().data().asFloat());
    assertThat(network.parameterShapes()).isEqualTo(dl4j.parameterShapes());
    INDArray rows = Nd4j.create(values(6 * 5), new long[] {6, 5}, 'c');
    INDArray errors = Nd4j.create(values(6 * 3), new long[] {6, 3}, 'c');
    float[][] logits = new float[2][];
    network.forward(rows, outputs -> logits[0] = outputs.dup('c').data().asFloat());
    dl4j.forward(rows, outputs -> logits[1] = outputs.dup('c').data().asFloat());
    assertThat(logits[0]).containsExactly(logits[1], offset(1e-5f));
    network.backward(rows, outputs -> errors);
    dl4j.backward(rows, outputs -> errors);
    assertThat(network.getGradientsViewArray().data().asFloat())
        .containsExactly(dl4j.getGradientsViewArray().data().asFloat(), offset(1e-5f));
  }

  private static DenseLayer dense(int inputs, int units, Activation activation) {
    return new DenseLayer.Builder().nIn(inputs).nOut(units).activation(activation).build();
  }

  private static float[] values(int count) {
    SplittableRandom random = new SplittableRandom(2);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return values;
  }
}
