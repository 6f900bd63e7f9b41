package org.limbeck.engine.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.limbeck.api.privatedata.GrowingDataset;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.privatedata.PrivateDataset;

/** The identity of private data: a run goes on with the same only. */
public final class PrivateDataDigest {

  private PrivateDataDigest() {}

  /**
   * Returns the SHA-256 of the shape, the classes, the preprocessing, and the features, labels and
   * groups of all rows; without the rows where they may grow while a device learns.
   */
  public static byte[] of(PrivateDataset data) {
    MessageDigest sha256;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
    String kind =
        data.shape() + " " + data.classes() + " " + Objects.toString(data.preprocessing(), "");
    sha256.update(kind.getBytes(StandardCharsets.UTF_8));
    if (!(data instanceof GrowingDataset)) {
      add(data.training(), data.shape().features(), sha256);
      add(data.test(), data.shape().features(), sha256);
    }
    return sha256.digest();
  }

  private static void add(LabelledRows rows, int features, MessageDigest sha256) {
    float[] row = new float[features];
    ByteBuffer bytes = ByteBuffer.allocate(row.length * Float.BYTES);
    ByteBuffer label = ByteBuffer.allocate(Integer.BYTES);
    for (int i = 0; i < rows.rows(); i++) {
      rows.read(i, row, 0);
      bytes.asFloatBuffer().put(row);
      sha256.update(bytes.array());
      sha256.update(label.putInt(0, rows.label(i)).array());
      sha256.update((rows.group(i) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    sha256.update(label.putInt(0, rows.rows()).array());
  }
}
