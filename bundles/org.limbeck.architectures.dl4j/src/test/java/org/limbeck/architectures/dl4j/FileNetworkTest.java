package org.limbeck.architectures.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.limbeck.architectures.dl4j.NetworkFiles.dense;
import static org.limbeck.architectures.dl4j.NetworkFiles.initialised;
import static org.limbeck.architectures.dl4j.NetworkFiles.layers;
import static org.limbeck.architectures.dl4j.NetworkFiles.output;
import static org.limbeck.architectures.dl4j.NetworkFiles.perceptron;
import static org.limbeck.architectures.dl4j.NetworkFiles.save;
import static org.limbeck.architectures.dl4j.NetworkFiles.write;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

@NeedsNativeCode
class FileNetworkTest {
  private static final Shape VECTOR = new Shape(1, 1, 6);
  private static final Shape IMAGE = new Shape(6, 5, 2);
  private static final int ROWS = 8;

  @TempDir private Path folder;
  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void aSavedModelPredictsWhatItDidInDl4j() {
    MultiLayerNetwork saved = initialised(perceptron(6, 3));
    Block x = rows(6);
    INDArray expected = saved.output(Nd4j.create(x.values(), new long[] {ROWS, 6}, 'c'));
    assertThat(predictions(save(folder, saved), VECTOR, x, 3))
        .containsExactly(expected.dup('c').data().asFloat(), offset(1e-5f));
  }

  @ParameterizedTest
  @EnumSource
  void anImageComesAsTheConvolutionsTakeIt(CNN2DFormat format) {
    MultiLayerNetwork saved =
        initialised(
            layers(
                list ->
                    list.layer(
                            new ConvolutionLayer.Builder(3, 3).nOut(4).dataFormat(format).build())
                        .layer(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build())
                        .layer(output(0, 3).build())
                        .setInputType(InputType.convolutional(6, 5, 2, format))));
    Block x = rows(IMAGE.features());
    INDArray images = Nd4j.create(x.values(), new long[] {ROWS, 6, 5, 2}, 'c');
    INDArray expected =
        saved.output(format == CNN2DFormat.NHWC ? images : images.permute(0, 3, 1, 2).dup('c'));
    assertThat(predictions(save(folder, saved), IMAGE, x, 3))
        .containsExactly(expected.dup('c').data().asFloat(), offset(1e-5f));
  }

  @Test
  void anImageComesFlattenedAsTheNetworkTakesIt() {
    MultiLayerNetwork saved =
        initialised(
            layers(
                list ->
                    list.layer(new ConvolutionLayer.Builder(3, 3).nOut(4).build())
                        .layer(output(0, 3).build())
                        .setInputType(InputType.convolutionalFlat(6, 5, 2))));
    Block x = rows(IMAGE.features());
    INDArray planes =
        Nd4j.create(x.values(), new long[] {ROWS, 6, 5, 2}, 'c').permute(0, 3, 1, 2).dup('c');
    INDArray expected = saved.output(planes.reshape(ROWS, 60));
    Path file = save(folder, saved);
    assertThat(predictions(file, IMAGE, x, 3))
        .containsExactly(expected.dup('c').data().asFloat(), offset(1e-5f));
    assertThatThrownBy(() -> model(file, new Shape(5, 6, 2), 3))
        .hasMessage(
            "file: %s takes 6x5x2, but the data's rows are 5x6x2 = 60", file.toAbsolutePath());
  }

  @Test
  void aKerasModelPredictsWhatItDidInKeras() {
    Block x = rows(IMAGE.features());
    assertThat(predictions(KerasFiles.convolution(folder, IMAGE, 3), IMAGE, x, 3))
        .containsExactly(KerasFiles.convolution(x, IMAGE, 3), offset(1e-5f));
  }

  @Test
  void aKerasModelOnImagesTrains() {
    assertLearns(KerasFiles.convolution(folder, IMAGE, 3), IMAGE);
  }

  @Test
  void dropoutIsDrawnFromTheModelsOwnStream() throws IOException {
    Path file =
        write(
            folder,
            layers(
                    list ->
                        list.layer(
                                new DenseLayer.Builder()
                                    .nIn(6)
                                    .nOut(20)
                                    .dropOut(0.5)
                                    .activation(Activation.TANH)
                                    .build())
                            .layer(output(20, 3).dropOut(0.5).build()))
                .toJson());
    Lesson lesson = lesson(6);
    try (Dl4jNetworkModel model = model(file, VECTOR, 3);
        Dl4jNetworkModel other = model(file, VECTOR, 3)) {
      train(model, lesson, 3);
      ByteArrayOutputStream saved = new ByteArrayOutputStream();
      model.save(new DataOutputStream(saved));
      Nd4j.getRandom().setSeed(99);
      other.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
      train(model, lesson, 3);
      Nd4j.getRandom().setSeed(98);
      train(other, lesson, 3);
      assertThat(weights(other)).isEqualTo(weights(model));
      float[] before = weights(model);
      float[] first = gradient(model, lesson);
      assertThat(gradient(model, lesson)).as("without a step").isEqualTo(first);
      train(model, lesson, 1);
      model.set(before);
      assertThat(gradient(model, lesson)).as("after a step").isNotEqualTo(first);
    }
    assertLearns(file, VECTOR);
  }

  @Test
  void batchNormalisationKeepsRunningStatistics() {
    Path file =
        write(
            folder,
            layers(
                    list ->
                        list.layer(dense(6, 10))
                            .layer(new BatchNormalization.Builder().nIn(10).nOut(10).build())
                            .layer(output(10, 3).build()))
                .toJson());
    Lesson lesson = lesson(6);
    try (Dl4jNetworkModel model = model(file, VECTOR, 3)) {
      int mean = 6 * 10 + 10 + 2 * 10;
      float[] before = weights(model);
      assertThat(gradient(model, lesson)).endsWith(gradient(model, lesson)).hasSize(before.length);
      for (int i = mean; i < mean + 20; i++) {
        assertThat(gradient(model, lesson)[i]).isZero();
      }
      model.step(lesson, 1e-9f, new Losses());
      float[] after = weights(model);
      for (int i = mean; i < mean + 10; i++) {
        assertThat(after[i]).as("mean %d", i).isNotEqualTo(before[i]);
      }
    }
    assertLearns(file, VECTOR);
  }

  @Test
  void frozenLayersStay() {
    Path file =
        write(
            folder,
            layers(list -> list.layer(new FrozenLayer(dense(6, 10))).layer(output(10, 3).build()))
                .toJson());
    try (Dl4jNetworkModel model = model(file, VECTOR, 3)) {
      float[] before = weights(model);
      train(model, lesson(6), 5);
      float[] after = weights(model);
      for (int i = 0; i < before.length; i++) {
        assertThat(after[i] == before[i]).as("weight %d stays", i).isEqualTo(i < 70);
      }
    }
  }

  @Test
  void takesASoftmaxOfItsOwnLayer() {
    assertLearns(
        write(
            folder,
            layers(
                    list ->
                        list.layer(dense(6, 10))
                            .layer(
                                new DenseLayer.Builder()
                                    .nIn(10)
                                    .nOut(3)
                                    .activation(Activation.IDENTITY)
                                    .build())
                            .layer(new ActivationLayer(Activation.SOFTMAX))
                            .layer(
                                new LossLayer.Builder(LossFunction.MCXENT)
                                    .activation(Activation.IDENTITY)
                                    .build()))
                .toJson()),
        VECTOR);
  }

  private void assertLearns(Path file, Shape shape) {
    Lesson lesson = lesson(shape.features());
    try (Dl4jNetworkModel model = model(file, shape, 3)) {
      Losses before = new Losses();
      model.step(lesson, 0.05f, before);
      train(model, lesson, 200);
      Losses after = new Losses();
      model.step(lesson, 0.05f, after);
      assertThat(after.local()).isLessThan(0.7 * before.local());
    }
  }

  private static void train(Dl4jNetworkModel model, Lesson lesson, int steps) {
    for (int i = 0; i < steps; i++) {
      model.step(lesson, 0.05f, new Losses());
    }
  }

  private static float[] weights(Dl4jNetworkModel model) {
    float[] weights = new float[model.count()];
    model.get(weights);
    return weights;
  }

  private static float[] gradient(Dl4jNetworkModel model, Lesson lesson) {
    float[] gradient = new float[model.count()];
    model.gradient(lesson, gradient);
    return gradient;
  }

  private static float[] predictions(Path file, Shape shape, Block x, int classes) {
    try (Dl4jNetworkModel model = model(file, shape, classes)) {
      Block decisions = new Block(x.rows(), classes);
      model.predict(x, decisions);
      return decisions.values();
    }
  }

  private static Dl4jNetworkModel model(Path file, Shape shape, int classes) {
    return (Dl4jNetworkModel)
        new FileNetwork(file.toString()).create(shape, classes, new SplittableRandom(2));
  }

  private Lesson lesson(int features) {
    int[] labels = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      labels[i] = i % 3;
    }
    Block targets = new Block(ROWS, 3);
    return new Lesson(
        rows(features), labels, new Block(ROWS, features), targets, DistillationLoss.SQUARED, 1);
  }

  private Block rows(int features) {
    Block rows = new Block(ROWS, features);
    rows.rows(ROWS);
    for (int i = 0; i < rows.values().length; i++) {
      rows.values()[i] = 2 * random.nextFloat() - 1;
    }
    return rows;
  }
}
