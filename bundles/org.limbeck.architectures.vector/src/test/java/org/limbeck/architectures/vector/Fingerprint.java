package org.limbeck.architectures.vector;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;

/** Trains models of all architectures and prints which kernels did it, and a sum of all bits. */
final class Fingerprint {
  private static final Shape SHAPE = new Shape(9, 8, 2);
  private static final int CLASSES = 5;
  private static final TrainingOptions LEARNING = new TrainingOptions(0.5f, 0.01f, 0.3f);

  private Fingerprint() {}

  public static void main(String[] arguments) {
    Backend backend = Backend.fastest();
    System.out.println(backend.kernels().description());
    System.out.println(of(backend));
  }

  static long of(Backend backend) {
    List<Architecture> architectures =
        List.of(
            new Softmax(LEARNING, backend),
            new Mlp(new int[] {70, 19}, Activation.TANH, LEARNING, backend),
            new Mlp(new int[] {33}, Activation.RELU, LEARNING, backend),
            new Cnn(new int[] {3, 17}, 3, Padding.SAME, 21, Activation.TANH, LEARNING, backend),
            new Cnn(new int[] {9}, 2, Padding.VALID, 5, Activation.RELU, LEARNING, backend));
    CRC32 crc = new CRC32();
    for (Architecture architecture : architectures) {
      crc.update(trained(architecture));
    }
    return crc.getValue();
  }

  private static byte[] trained(Architecture architecture) {
    Model model = architecture.create(SHAPE, CLASSES, new SplittableRandom(1));
    Random random = new Random(2);
    Losses losses = new Losses();
    for (DistillationLoss loss : DistillationLoss.values()) {
      model.step(
          RandomLessons.random(11, 6, SHAPE.features(), CLASSES, loss, random), 0.05f, losses);
    }
    try {
      ByteArrayOutputStream state = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(state);
      model.save(out);
      out.writeDouble(losses.local());
      out.writeDouble(losses.distillation());
      return state.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
