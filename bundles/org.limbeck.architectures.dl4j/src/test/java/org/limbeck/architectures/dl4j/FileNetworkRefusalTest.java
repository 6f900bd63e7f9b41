package org.limbeck.architectures.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.architectures.dl4j.NetworkFiles.graph;
import static org.limbeck.architectures.dl4j.NetworkFiles.layers;
import static org.limbeck.architectures.dl4j.NetworkFiles.output;
import static org.limbeck.architectures.dl4j.NetworkFiles.perceptron;
import static org.limbeck.architectures.dl4j.NetworkFiles.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Model;
import org.nd4j.linalg.activations.Activation;

/** What is said of files and networks that do not fit. */
@NeedsNativeCode
class FileNetworkRefusalTest {
  private static final String PROGRAM =
      "let a program of yours train it: architecture {name: external, command: [python3,"
          + " model.py]}";

  private static final Shape VECTOR = new Shape(1, 1, 6);

  @TempDir private Path folder;

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    assertThatThrownBy(() -> new FileNetwork("no/such.json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessage("file: %s does not exist", Path.of("no/such.json").toAbsolutePath());
    assertThatThrownBy(() -> new FileNetwork(folder.toString()))
        .hasMessageStartingWith("file: " + folder.toAbsolutePath() + " is a folder");
    assertRefused(write(folder, ""), "is neither JSON nor a saved model");
    assertRefused(write(folder, "hello"), "is neither JSON nor a saved model");
    assertRefused(write(folder, "{}"), "is JSON, but no configuration of DL4J");
    assertRefused(write(folder, "{\"confs\": 3}"), "cannot be read: ");
    assertRefused(write(folder, "{\"class_name\": \"Sequential\"}"), "is a Keras configuration");
    assertRefused(zip("a.txt"), "is a zip file without configuration.json");
    assertRefused(zip("model.weights.h5"), "is in the format of Keras 3");
    assertRefused(KerasFiles.ofKeras3(folder), "it was saved by Keras 3, whose models DL4J does");
    assertRefused(KerasFiles.weightsAlone(folder), "save the whole model, not its weights alone");
  }

  @Test
  void namesFormatsThatItDoesNotRead() throws IOException {
    assertRefused(
        zip("model/data.pkl"), "is a model of PyTorch, which DL4J does not read; " + PROGRAM);
    assertRefused(file("old.bin", 0x80, 2, 0x8a, 10), "is a model of PyTorch");
    assertRefused(
        file("m.onnx", 8, 7, 18, 7), "is an ONNX model, which DL4J does not read; " + PROGRAM);
    assertRefused(file("m.SafeTensors", 64, 0, 0, 0), "holds weights alone, as safetensors");
    assertRefused(file("saved_model.pb", 8, 1, 18, 1), "is a model of TensorFlow");
    assertRefused(file("m.weights", 8, 7, 18, 7), "is neither JSON nor a saved model");
    Path json = folder.resolve("perceptron.pt");
    Files.copy(write(folder, perceptron(6, 3).toJson()), json);
    assertThat(model(json, VECTOR, 3).parameters()).isPositive();
  }

  @Test
  void saysWhatDoesNotFitTheData() {
    Path file = write(folder, perceptron(6, 3).toJson());
    assertThatThrownBy(() -> model(file, new Shape(2, 2, 2), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "file: %s takes rows of 6, but the data's rows are 2x2x2 = 8", file.toAbsolutePath());
    assertThatThrownBy(() -> model(file, VECTOR, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("file: %s has 3 outputs, but the data has 4 classes", file.toAbsolutePath());
  }

  @Test
  void saysWhatANetworkNeeds() {
    assertRefused(
        write(
            folder,
            layers(
                    list ->
                        list.layer(
                            new DenseLayer.Builder()
                                .nIn(6)
                                .nOut(3)
                                .activation(Activation.SIGMOID)
                                .build()))
                .toJson()),
        "ends in a DenseLayer with sigmoid; a device needs one OutputLayer");
    assertRefused(
        write(
            folder, layers(list -> list.layer(new LSTM.Builder().nIn(6).nOut(3).build())).toJson()),
        "begins with a LSTM, which takes sequences");
    assertRefused(
        write(
            folder,
            graph(
                    graph ->
                        graph
                            .addInputs("a", "b")
                            .addLayer("out", output(12, 3).build(), "a", "b")
                            .setOutputs("out"))
                .toJson()),
        "has 2 inputs");
    assertRefused(
        write(
            folder,
            graph(
                    graph ->
                        graph
                            .addInputs("a")
                            .addLayer("out", output(6, 3).build(), "a")
                            .addLayer("also", output(6, 3).build(), "a")
                            .setOutputs("out", "also"))
                .toJson()),
        "has 2 outputs");
  }

  private void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> model(file, VECTOR, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("file: " + file.toAbsolutePath() + " ")
        .hasMessageContaining(reason);
  }

  private static Model model(Path file, Shape shape, int classes) {
    return new FileNetwork(file.toString()).create(shape, classes, new SplittableRandom(2));
  }

  private Path file(String name, int... bytes) throws IOException {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return Files.write(folder.resolve(name), content);
  }

  private Path zip(String entry) throws IOException {
    Path file = Files.createTempFile(folder, "archive", ".zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(1);
    }
    return file;
  }
}
