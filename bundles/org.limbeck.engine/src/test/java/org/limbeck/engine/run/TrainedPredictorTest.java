package org.limbeck.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Model;
import org.limbeck.architectures.vector.Softmax;

class TrainedPredictorTest {
  private final byte[] saved = save(model(1));

  @Test
  void restoresAModel() throws IOException {
    Model restored = model(2);
    TrainedPredictor.restore(restored, new ByteArrayInputStream(saved));
    assertThat(save(restored)).isEqualTo(saved);
  }

  @Test
  void refusesWeightsThatAreNoNumbers() {
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      byte[] changed = saved.clone();
      int weights = changed.length - Float.BYTES * model(1).parameters();
      ByteBuffer.wrap(changed).putFloat(weights + Float.BYTES, value);
      assertThatIOException()
          .isThrownBy(() -> TrainedPredictor.restore(model(2), new ByteArrayInputStream(changed)))
          .withMessage("weight 2 is %s, and weights are finite numbers", value);
    }
  }

  @Test
  void refusesWhatIsLongerOrShorter() {
    assertThatIOException()
        .isThrownBy(
            () ->
                TrainedPredictor.restore(
                    model(2), new ByteArrayInputStream(Arrays.copyOf(saved, saved.length + 1))))
        .withMessage("there is more in it than the model");
    assertThatIOException()
        .isThrownBy(
            () ->
                TrainedPredictor.restore(
                    model(2), new ByteArrayInputStream(Arrays.copyOf(saved, saved.length - 1))))
        .isInstanceOf(EOFException.class);
  }

  private static Model model(long seed) {
    return new Softmax().create(new Shape(1, 1, 3), 2, new SplittableRandom(seed));
  }

  private static byte[] save(Model model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      model.save(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
