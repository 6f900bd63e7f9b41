package org.limbeck.architectures.dl4j;

import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_TRUNC;
import static org.bytedeco.hdf5.global.hdf5.H5S_SCALAR;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.bytedeco.hdf5.AbstractDs;
import org.bytedeco.hdf5.Attribute;
import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.DataType;
import org.bytedeco.hdf5.Group;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.H5Object;
import org.bytedeco.hdf5.IdComponent;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.StrType;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;

/** Makes files as {@code model.save("model.h5")} of Keras 2 on TensorFlow does. */
final class KerasFiles {
  private final SplittableRandom random = new SplittableRandom(1);
  private final H5File file;
  private final Group weights;

  private KerasFiles(Path path, String configuration, String... layers) {
    file = new H5File(path.toString(), H5F_ACC_TRUNC());
    attribute(file, "model_config", configuration);
    attribute(file, "keras_version", "2.4.0");
    attribute(file, "backend", "tensorflow");
    weights = file.createGroup("model_weights");
    attribute(weights, "layer_names", layers);
    attribute(weights, "keras_version", "2.4.0");
    attribute(weights, "backend", "tensorflow");
  }

  /** Dense 8 with tanh, dense with softmax, as a Sequential model. */
  static Path perceptron(Path folder, int features, int classes) {
    String configuration =
        sequential(input(features), dense("one", 8, "tanh"), dense("two", classes, "softmax"));
    return write(
        folder,
        path -> {
          KerasFiles file = new KerasFiles(path, configuration, "one", "two");
          file.layer("one", new long[] {features, 8}, 8);
          file.layer("two", new long[] {8, classes}, classes);
          return file;
        });
  }

  /** A 3x3 convolution with 4 filters, channels last, then flatten and softmax. */
  static Path convolution(Path folder, Shape shape, int classes) {
    String configuration =
        sequential(
            input(shape.height(), shape.width(), shape.channels()),
            layer(
                "Conv2D",
                "conv",
                "'filters': 4, 'kernel_size': [3, 3], 'strides': [1, 1], 'padding': 'same', "
                    + "'data_format': 'channels_last', 'dilation_rate': [1, 1], "
                    + "'activation': 'relu', 'use_bias': true, "
                    + INITIALIZERS),
            layer("Flatten", "flatten", "'data_format': 'channels_last'"),
            dense("out", classes, "softmax"));
    return write(
        folder,
        path -> {
          KerasFiles file = new KerasFiles(path, configuration, "conv", "flatten", "out");
          file.layer("conv", new long[] {3, 3, shape.channels(), 4}, 4);
          file.layer("flatten");
          file.layer("out", new long[] {4L * shape.height() * shape.width(), classes}, classes);
          return file;
        });
  }

  /** Returns what that model predicts, according to the definitions of its layers. */
  static float[] convolution(Block x, Shape shape, int classes) {
    SplittableRandom random = new SplittableRandom(1);
    float[] kernel = values(random, 9 * shape.channels() * 4);
    float[] bias = values(random, 4);
    float[] dense = values(random, shape.height() * shape.width() * 4 * classes);
    float[] denseBias = values(random, classes);
    float[] logits = new float[x.rows() * classes];
    for (int n = 0; n < x.rows(); n++) {
      System.arraycopy(denseBias, 0, logits, n * classes, classes);
      for (int at = 0; at < shape.height() * shape.width() * 4; at++) {
        float unit = Math.max(0, bias[at % 4] + filter(x, n, shape, at / 4, at % 4, kernel));
        for (int k = 0; k < classes; k++) {
          logits[n * classes + k] += unit * dense[at * classes + k];
        }
      }
    }
    LogitSoftmax.fromLogits(logits, x.rows(), classes);
    return logits;
  }

  private static float filter(Block x, int n, Shape shape, int pixel, int filter, float[] kernel) {
    float sum = 0;
    for (int i = 0; i < 9 * shape.channels(); i++) {
      int channel = i % shape.channels();
      int row = pixel / shape.width() + i / shape.channels() / 3 - 1;
      int column = pixel % shape.width() + i / shape.channels() % 3 - 1;
      if (row >= 0 && row < shape.height() && column >= 0 && column < shape.width()) {
        int at = (row * shape.width() + column) * shape.channels() + channel;
        sum += x.values()[n * x.width() + at] * kernel[i * 4 + filter];
      }
    }
    return sum;
  }

  /** A model that says it is from Keras 3. */
  static Path ofKeras3(Path folder) {
    return write(
        folder,
        path -> {
          KerasFiles file = new KerasFiles(path, "{}");
          file.file.removeAttr("keras_version");
          attribute(file.file, "keras_version", "3.5.0");
          return file;
        });
  }

  /** An archive of weights without the model. */
  static Path weightsAlone(Path folder) {
    return write(
        folder,
        path -> {
          KerasFiles file = new KerasFiles(path, "{}");
          file.file.removeAttr("model_config");
          return file;
        });
  }

  private static final String INITIALIZERS =
      "'kernel_initializer': {'class_name': 'GlorotUniform', 'config': {'seed': null}}, "
          + "'bias_initializer': {'class_name': 'Zeros', 'config': {}}, "
          + "'kernel_regularizer': null, 'bias_regularizer': null, "
          + "'activity_regularizer': null, 'kernel_constraint': null, 'bias_constraint': null";

  private static String sequential(String... layers) {
    return ("{'class_name': 'Sequential', 'config': {'name': 'sequential', 'layers': ["
            + String.join(", ", layers)
            + "]}}")
        .replace('\'', '"');
  }

  private static String input(int... shape) {
    return "{'class_name': 'InputLayer', 'config': {'batch_input_shape': [null, "
        + Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "))
        + "], 'dtype': 'float32', 'sparse': false, 'ragged': false, 'name': 'input_1'}}";
  }

  private static String dense(String name, int units, String activation) {
    return layer(
        "Dense",
        name,
        "'units': "
            + units
            + ", 'activation': '"
            + activation
            + "', 'use_bias': true, "
            + INITIALIZERS);
  }

  private static String layer(String type, String name, String options) {
    return "{'class_name': '"
        + type
        + "', 'config': {'name': '"
        + name
        + "', 'trainable': true, 'dtype': 'float32', "
        + options
        + "}}";
  }

  /** Writes a layer without parameters. */
  private void layer(String name) {
    attribute(weights.createGroup(name), "weight_names");
  }

  /** Writes the kernel and the bias of a layer, drawn at random. */
  private void layer(String name, long[] kernel, long bias) {
    Group group = weights.createGroup(name);
    attribute(group, "weight_names", name + "/kernel:0", name + "/bias:0");
    Group inner = group.createGroup(name);
    values(inner, "kernel:0", kernel);
    values(inner, "bias:0", bias);
  }

  private void values(Group group, String name, long... shape) {
    float[] values = values(random, (int) Arrays.stream(shape).reduce(1, Math::multiplyExact));
    DataSet set =
        group.createDataSet(
            name, new DataType(PredType.IEEE_F32LE()), new DataSpace(shape.length, shape));
    set.write(new FloatPointer(values), new DataType(PredType.NATIVE_FLOAT()));
  }

  private static float[] values(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }

  private static void attribute(H5Object object, String name, String... values) {
    int length = Math.max(1, Arrays.stream(values).mapToInt(String::length).max().orElse(1));
    byte[] bytes = new byte[Math.max(1, length * values.length)];
    for (int i = 0; i < values.length; i++) {
      byte[] value = values[i].getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(value, 0, bytes, i * length, value.length);
    }
    StrType type = new StrType(PredType.C_S1(), length);
    DataSpace space =
        values.length == 1 && !name.endsWith("_names")
            ? new DataSpace(H5S_SCALAR)
            : new DataSpace(1, new long[] {Math.max(1, values.length)});
    Attribute attribute = object.createAttribute(name, type, space);
    attribute.write(type, (Pointer) new BytePointer(bytes));
  }

  @SuppressWarnings({"try", "unchecked"}) // the scope is only closed; generic varargs
  private static Path write(Path folder, Writing writing) {
    try {
      Path path = Files.createTempFile(folder, "keras", ".h5");
      synchronized (Hdf5Archive.LOCK_OBJECT) {
        try (PointerScope objects = new PointerScope(IdComponent.class, AbstractDs.class)) {
          writing.write(path).file._close();
        }
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Writing {
    KerasFiles write(Path path);
  }
}
