package org.limbeck.api.referencedata;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.Preprocessing;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The public, unlabelled rows that all devices have alike. Offered as a service with {@link
 * ReferenceDatasetPlugin}. Immutable and safe for use by several threads at once.
 */
@ConsumerType
public interface ReferenceDataset {

  /** Returns the shape of an input row; the same as that of the private dataset. */
  Shape shape();

  /** Returns the number of rows R, at least 1. */
  int rows();

  /**
   * Copies the features of a row, scaled as models want them (about −1 to 1), into {@code into} at
   * {@code offset}.
   *
   * @throws IndexOutOfBoundsException if there is no such row or no room for it
   */
  void read(int row, float[] into, int offset);

  /**
   * Returns the names of the features in their order; empty if they have none. Where the private
   * dataset has names too, features are matched by them.
   */
  default List<String> featureNames() {
    return List.of();
  }

  /**
   * Returns the same rows, encoded as the private rows are: a row that both have has the same
   * features in both. They keep their digest, as each device may encode them for its own model. Is
   * asked where the private dataset says how samples become rows. By default rows stay as they are.
   *
   * @throws IllegalArgumentException if a row cannot be encoded so; the message says which, and
   *     what is allowed
   */
  default ReferenceDataset encodedBy(Preprocessing preprocessing) {
    return this;
  }

  /**
   * Returns what people should know about how the data were read, such as how many rows were left
   * out: sentences without a full stop.
   */
  default List<String> notices() {
    return List.of();
  }

  /**
   * Returns the identity of the data: devices may talk to each other only if their digests are
   * equal. The default is the SHA-256 of height, width, channels and rows as big-endian ints,
   * followed by the bits of all features as big-endian ints, row by row. An override must differ
   * wherever the data differ.
   */
  default byte[] digest() {
    MessageDigest sha256;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
    Shape shape = shape();
    ByteBuffer header = ByteBuffer.allocate(4 * Integer.BYTES);
    header.putInt(shape.height()).putInt(shape.width()).putInt(shape.channels()).putInt(rows());
    sha256.update(header.array());
    float[] row = new float[shape.features()];
    ByteBuffer bytes = ByteBuffer.allocate(row.length * Float.BYTES);
    for (int i = 0; i < rows(); i++) {
      read(i, row, 0);
      bytes.asFloatBuffer().put(row);
      sha256.update(bytes.array());
    }
    return sha256.digest();
  }
}
