package org.limbeck.launcher.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;

/** Payloads, decoded by the layouts in docs/codecs.md and nothing else. */
final class WirePayload {
  private static final int SMALLEST = 97;

  private WirePayload() {}

  /** Decodes values of {@code float32}. */
  static float[] float32(byte[] payload, int values) {
    assertThat(payload).hasSize(values * Float.BYTES);
    float[] decoded = new float[values];
    ByteBuffer.wrap(payload).asFloatBuffer().get(decoded);
    return decoded;
  }

  /** Decodes rows of {@code uniform}. */
  static float[] uniform(byte[] payload, int rows, int width, int bits) {
    float[] decoded = new float[rows * width];
    int half = 1 << (bits - 1);
    int at = rows * Byte.SIZE;
    for (int row = 0; row < rows; row++) {
      int magnitude = payload[row] & 0x7f;
      boolean negative = payload[row] < 0;
      double step = magnitude == 0 ? 0 : Math.pow(2, (magnitude - SMALLEST) / 2.0);
      for (int k = 0; magnitude > 0 && k < width; k++) {
        int level = 0;
        for (int bit = 0; bit < bits; bit++, at++) {
          level |= (payload[at / 8] >> at % 8 & 1) << bit;
        }
        int steps = negative ? half - 1 - level : level - half + 1;
        decoded[row * width + k] = (float) (steps * step);
      }
    }
    assertThat(payload).hasSize((at + 7) / 8);
    for (; at < payload.length * 8; at++) {
      assertThat(payload[at / 8] >> at % 8 & 1).isZero();
    }
    return decoded;
  }
}
