package org.limbeck.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.NetworkLayer;
import org.limbeck.api.preprocessing.CategoryColumn;
import org.limbeck.api.preprocessing.NumberColumn;
import org.limbeck.api.preprocessing.PixelColumns;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.architectures.vector.Activation;
import org.limbeck.architectures.vector.Cnn;
import org.limbeck.architectures.vector.Mlp;
import org.limbeck.architectures.vector.Padding;
import org.limbeck.architectures.vector.Softmax;

class OnnxModelTest {
  private static final List<String> CLASSES = List.of("busy", "idle", "sleep", "Größe");
  private static final Offset<Float> ROUNDING = Offset.offset(1e-5f);

  static Stream<Arguments> models() {
    return Stream.of(
        Arguments.of(new Softmax(), new Shape(1, 1, 7)),
        Arguments.of(new Mlp(new int[] {20}, Activation.RELU), new Shape(1, 1, 7)),
        Arguments.of(new Mlp(new int[] {9, 5}, Activation.TANH), new Shape(6, 5, 3)),
        Arguments.of(
            new Cnn(new int[] {5}, 3, Padding.SAME, 8, Activation.RELU), new Shape(9, 7, 1)),
        Arguments.of(
            new Cnn(new int[] {4, 6}, 4, Padding.SAME, 8, Activation.TANH), new Shape(12, 11, 3)),
        Arguments.of(
            new Cnn(new int[] {4, 6}, 3, Padding.VALID, 8, Activation.RELU), new Shape(14, 13, 2)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void onnxRuntimePredictsTheSame(Architecture architecture, Shape shape) throws Exception {
    RandomModel model = new RandomModel(architecture, shape);
    float[][] rows = rows(1000, shape.features(), -2, 2);

    try (OnnxSession session =
        new OnnxSession(OnnxModel.of(model.layers(), Optional.empty(), Map.of()))) {
      requireSame(session.predict(rows), model.predict(rows));
    }
  }

  @Test
  void takesNumbersAsPeopleWriteThem() throws Exception {
    Shape shape = new Shape(1, 1, 3);
    Preprocessing preprocessing =
        new Preprocessing(
            shape,
            List.of(
                new NumberColumn("year", 2020, 4, OptionalDouble.empty()),
                new NumberColumn("price", 0.125, 1000, OptionalDouble.of(17)),
                new NumberColumn("share", 0, 1, OptionalDouble.empty())),
            CLASSES);
    RandomModel model = new RandomModel(new Softmax(), shape);
    float[][] cells = {{2024, 12.5f, 0.5f}, {1999, Float.NaN, -1}};
    float[][] features = {
      preprocessing.features(List.of("2024", "12.5", "0.5")),
      preprocessing.features(List.of("1999", "", "-1"))
    };

    try (OnnxSession session =
        new OnnxSession(OnnxModel.of(model.layers(), Optional.of(preprocessing), Map.of()))) {
      requireSame(session.predict(cells), model.predict(features));
    }
  }

  @Test
  void takesPixelsAsImageFilesHaveThem() throws Exception {
    Shape shape = new Shape(8, 8, 3);
    Preprocessing preprocessing =
        new Preprocessing(shape, List.of(new PixelColumns(shape.features(), 255)), CLASSES);
    RandomModel model =
        new RandomModel(new Cnn(new int[] {4}, 3, Padding.SAME, 8, Activation.RELU), shape);
    float[][] pixels = rows(100, shape.features(), 0, 256);
    float[][] features = new float[pixels.length][shape.features()];
    for (int row = 0; row < pixels.length; row++) {
      for (int i = 0; i < features[row].length; i++) {
        pixels[row][i] = (float) Math.floor(pixels[row][i]);
        features[row][i] = pixels[row][i] / 255;
      }
    }

    try (OnnxSession session =
        new OnnxSession(OnnxModel.of(model.layers(), Optional.of(preprocessing), Map.of()))) {
      requireSame(session.predict(pixels), model.predict(features));
    }
  }

  @Test
  void carriesMetadata() throws Exception {
    Map<String, String> metadata = Map.of("classes", "[\"busy\",\"Größe\"]", "device", "attic");

    try (OnnxSession session = new OnnxSession(softmax(metadata))) {
      assertThat(session.metadata()).containsExactlyInAnyOrderEntriesOf(metadata);
    }
  }

  @Test
  void refusesWhatIsNoNumber() {
    Shape shape = new Shape(1, 1, 2);
    Preprocessing preprocessing =
        new Preprocessing(
            shape, List.of(new CategoryColumn("colour", List.of("red", "blue"), false)), CLASSES);
    List<NetworkLayer> layers = new RandomModel(new Softmax(), shape).layers();

    assertThatThrownBy(() -> OnnxModel.of(layers, Optional.of(preprocessing), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column 'colour' does not hold numbers");
  }

  @Test
  void pythonsCheckerTakesIt(@TempDir Path folder) throws Exception {
    assumeTrue(python("import onnx") == 0, "python3-onnx is not there");
    for (Object[] model : models().map(Arguments::get).toList()) {
      RandomModel random = new RandomModel((Architecture) model[0], (Shape) model[1]);
      Path file = folder.resolve("model.onnx");
      Files.write(file, OnnxModel.of(random.layers(), Optional.empty(), Map.of("a", "b")));

      assertThat(python("import onnx; onnx.checker.check_model('" + file + "', True)")).isZero();
    }
  }

  private static int python(String program) throws InterruptedException {
    try {
      return new ProcessBuilder("/usr/bin/python3", "-c", program)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  private static byte[] softmax(Map<String, String> metadata) {
    RandomModel model = new RandomModel(new Softmax(), new Shape(1, 1, 2));
    return OnnxModel.of(model.layers(), Optional.empty(), metadata);
  }

  private static float[][] rows(int count, int width, float least, float most) {
    SplittableRandom random = new SplittableRandom(2);
    float[][] rows = new float[count][width];
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = (float) random.nextDouble(least, most);
      }
    }
    return rows;
  }

  private static void requireSame(float[][] predicted, float[][] expected) {
    assertThat(predicted).hasSameDimensionsAs(expected);
    for (int row = 0; row < expected.length; row++) {
      for (int k = 0; k < expected[row].length; k++) {
        assertThat(predicted[row][k]).as("row %d", row).isEqualTo(expected[row][k], ROUNDING);
      }
    }
  }
}
