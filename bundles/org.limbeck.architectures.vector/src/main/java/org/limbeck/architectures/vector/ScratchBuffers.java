package org.limbeck.architectures.vector;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Buffers for one pass of one model. A buffer grows when it must and then stays, with what the last
 * pass left in it.
 */
final class ScratchBuffers {

  /** What a buffer is for. */
  enum Use {
    INPUTS,
    OUTPUTS,
    MASKS,
    DROPPED,
    DELTAS,
    TRANSPOSED_WEIGHTS,
    WEIGHT_GRADIENT,
    PADDED,
    PADDED_GRADIENT,
    UNPOOLED,
    PEAKS,
    NORMS,
    ZEROS
  }

  private final Map<Use, float[][]> buffers = new EnumMap<>(Use.class);

  private final MaxPoolingGradient peaks = new MaxPoolingGradient();

  ScratchBuffers() {
    for (Use use : Use.values()) {
      buffers.put(use, new float[0][]);
    }
  }

  /** Returns the one buffer for this use, as {@link #floats(Use, int, int)} does. */
  float[] floats(Use use, int count) {
    return floats(use, 0, count);
  }

  /**
   * Returns a buffer.
   *
   * @param layer which of the buffers for the same use, from 0
   * @param count how many floats it must hold; it has {@link Kernels#SPARE} more
   */
  float[] floats(Use use, int layer, int count) {
    float[][] sameUse = buffers.get(use);
    if (layer >= sameUse.length) {
      sameUse = Arrays.copyOf(sameUse, layer + 1);
      buffers.put(use, sameUse);
    }
    float[] buffer = sameUse[layer];
    if (buffer == null || buffer.length < count + Kernels.SPARE) {
      buffer = new float[count + Kernels.SPARE];
      sameUse[layer] = buffer;
    }
    return buffer;
  }

  /** Returns a buffer of zeros, which are to stay zeros. */
  float[] zeros(int count) {
    return floats(Use.ZEROS, count);
  }

  /** Returns the peaks of one layer at a time. */
  MaxPoolingGradient peaks() {
    return peaks;
  }
}
