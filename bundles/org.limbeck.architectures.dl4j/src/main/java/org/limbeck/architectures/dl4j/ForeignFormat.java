package org.limbeck.architectures.dl4j;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Formats of models that DL4J does not read, told by what files begin with or are called. */
enum ForeignFormat {
  KERAS_3("is in the format of Keras 3", "save it by Keras 2 (tf-keras) as .h5", "keras"),
  PYTORCH("is a model of PyTorch", ForeignFormat.PROGRAM, "pth?"),
  ONNX("is an ONNX model", ForeignFormat.PROGRAM, "onnx"),
  SAFETENSORS("holds weights alone, as safetensors", ForeignFormat.ANEW, "safetensors"),
  TENSORFLOW("is a model of TensorFlow", "save it by Keras 2 (tf-keras) as .h5", "pb|tflite");

  private static final String PROGRAM =
      "let a program of yours train it: architecture {name: external, command: [python3,"
          + " model.py]}, as docs/external-models.md says";

  private static final String ANEW =
      "describe the network as JSON of DL4J, or save it by Keras 2 (tf-keras) as .h5";

  private final String what;
  private final String remedy;
  private final String endings;

  ForeignFormat(String what, String remedy, String endings) {
    this.what = what;
    this.remedy = remedy;
    this.endings = endings;
  }

  /** Returns the format of a file that is no zip; files of JSON are what they say, by any name. */
  static Optional<ForeignFormat> of(Path file, byte[] head) {
    if (head.length == 0 || head[0] == '{') {
      return Optional.empty();
    }
    // A pickle of protocol 2 to 5 begins so.
    if (head.length > 1 && (head[0] & 0xff) == 0x80 && head[1] >= 2 && head[1] <= 5) {
      return Optional.of(PYTORCH);
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> name.matches(".*[.](" + format.endings + ")"))
        .findFirst();
  }

  /** Returns the format of a zip file. */
  static Optional<ForeignFormat> of(ZipFile zip) {
    if (zip.getEntry("model.weights.h5") != null) {
      return Optional.of(KERAS_3);
    }
    return zip.stream().anyMatch(entry -> entry.getName().endsWith("data.pkl"))
        ? Optional.of(PYTORCH)
        : Optional.empty();
  }

  /** Returns what to say of such a file. */
  String refusal() {
    return what + ", which DL4J does not read; " + remedy;
  }
}
