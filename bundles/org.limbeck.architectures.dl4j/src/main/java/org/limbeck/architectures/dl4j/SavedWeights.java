package org.limbeck.architectures.dl4j;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bytedeco.javacpp.indexer.HalfIndexer;
import org.limbeck.api.InputLimits;
import org.limbeck.api.MemoryShare;
import org.nd4j.common.primitives.Triple;
import org.nd4j.linalg.api.buffer.BaseDataBuffer;
import org.nd4j.linalg.api.buffer.DataBuffer.AllocationMode;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The parameters of a network in a zip file, as ND4J writes an array: the description of its shape
 * and its values, each with a header that says how many numbers follow. ND4J itself would make room
 * for whatever the headers say, and read where a shape leads it.
 */
final class SavedWeights {
  /** ND4J has 32 dimensions at the most, and two numbers for each. */
  private static final int LONGEST_SHAPE = 2 * 32 + 4;

  private SavedWeights() {}

  /**
   * Reads the values of an entry.
   *
   * @throws IOException if it holds no array, or not as many values as it says
   * @throws IllegalArgumentException if they are too many
   */
  static INDArray read(ZipFile zip, ZipEntry entry) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(zip.getInputStream(entry)))) {
      skipShape(in);
      Triple<AllocationMode, Long, DataType> header = BaseDataBuffer.readHeader(in);
      long count = header.getMiddle();
      DataType type = header.getRight();
      if (count < 1 || count > InputLimits.NETWORK_PARAMETERS) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "it says that it has %,d parameters, and 1 to %,d are allowed",
                count,
                InputLimits.NETWORK_PARAMETERS));
      }
      if (count * type.width() > entry.getSize()) {
        throw new IOException(
            "it says that it has " + count + " parameters, and there are not so many");
      }
      MemoryShare.ofHeap().require("the network", Float.BYTES * count);
      return Nd4j.createFromArray(values(in, (int) count, type)).reshape(1, count);
    }
  }

  private static void skipShape(DataInputStream in) throws IOException {
    long length = BaseDataBuffer.readHeader(in).getMiddle();
    if (length < 1 || length > LONGEST_SHAPE) {
      throw new IOException("its parameters are no array of ND4J");
    }
    in.skipNBytes(Long.BYTES * length);
  }

  private static float[] values(DataInputStream in, int count, DataType type) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (type) {
            case FLOAT -> in.readFloat();
            case DOUBLE -> (float) in.readDouble();
            case HALF -> HalfIndexer.toFloat(in.readUnsignedShort());
            default -> throw new IOException("its parameters are of the type " + type);
          };
    }
    return values;
  }
}
