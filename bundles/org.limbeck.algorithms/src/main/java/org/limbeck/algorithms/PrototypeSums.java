package org.limbeck.algorithms;

import java.util.Arrays;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Scratch;
import org.limbeck.api.architecture.Embeddings;
import org.limbeck.api.privatedata.LabelledRows;

/**
 * What a device says of its classes: for each that it has, a row with the sum of the embeddings of
 * its rows of the class and their number, both divided by the number n of all its rows. Of such
 * rows of several devices, weighted by n, the mean's sum divided by its number is Σ_i |D_ij| / N_j
 * C_ij with C_ij the mean embedding of the class on device i, |D_ij| the number of its rows there,
 * and N_j that on all devices.
 */
final class PrototypeSums {
  /** Rows that are embedded at once. */
  private static final int PART = 256;

  private final Device device;
  private final Embeddings embeddings;
  private final Sizes sizes;

  PrototypeSums(Device device, Embeddings embeddings) {
    this.device = device;
    this.embeddings = embeddings;
    this.sizes =
        new Sizes(device.reference().shape().features(), embeddings.width(), device.classes());
  }

  /** Returns the number of values of a row. */
  static int width(Embeddings embeddings) {
    return embeddings.width() + 1;
  }

  /** Selects the rows of all classes. */
  static int everyClass(int[] ids) {
    for (int k = 0; k < ids.length; k++) {
      ids[k] = k;
    }
    return ids.length;
  }

  /** Embeds all private rows; returns the rows of the classes that the device has, by class. */
  Block compute() {
    Buffers buffers = device.scratch(sizes);
    Block sums = buffers.sums();
    Arrays.fill(sums.values(), 0);
    LabelledRows data = device.data();
    for (int begin = 0; begin < data.rows(); begin += PART) {
      Block inputs = buffers.inputs();
      inputs.rows(Math.min(PART, data.rows() - begin));
      for (int i = 0; i < inputs.rows(); i++) {
        data.read(begin + i, inputs.values(), i * inputs.width());
      }
      embeddings.embed(inputs, buffers.embeddings());
      add(data, begin, buffers.embeddings(), sums);
    }
    keepThoseThatAreThere(sums);
    return sums;
  }

  private static void add(LabelledRows data, int begin, Block embedded, Block sums) {
    int width = embedded.width();
    float share = 1f / data.rows();
    for (int i = 0; i < embedded.rows(); i++) {
      int to = data.label(begin + i) * (width + 1);
      for (int v = 0; v < width; v++) {
        float value = embedded.values()[i * width + v];
        sums.values()[to + v] = Math.fma(share, value, sums.values()[to + v]);
      }
      sums.values()[to + width] += share;
    }
  }

  /** Moves the rows of classes with a number above 0 to the front. */
  private static void keepThoseThatAreThere(Block sums) {
    int width = sums.width();
    int rows = 0;
    for (int k = 0; k < sums.capacity(); k++) {
      if (sums.values()[(k + 1) * width - 1] > 0) {
        System.arraycopy(sums.values(), k * width, sums.values(), rows * width, width);
        sums.ids()[rows++] = k;
      }
    }
    sums.rows(rows);
  }

  private record Buffers(Block inputs, Block embeddings, Block sums) {}

  private record Sizes(int features, int width, int classes) implements Scratch<Buffers> {

    @Override
    public Buffers make() {
      return new Buffers(
          new Block(PART, features), new Block(PART, width), new Block(classes, width + 1));
    }
  }
}
