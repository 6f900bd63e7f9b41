package org.limbeck.launcher.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a device thinks after some rounds, row by row, as docs/splitting-runs.md says where that is.
 *
 * @param soft its soft decisions
 * @param estimate its estimate z
 */
record WireDecisions(float[] soft, float[] estimate) {

  /** Adds the devices of a part, by their ids. */
  static void read(Path part, int round, Map<String, WireDecisions> into) throws IOException {
    ByteBuffer in =
        ByteBuffer.wrap(Files.readAllBytes(part.resolve("decisions/" + round + ".bin")));
    assertThat(in.getInt()).isEqualTo(0x4c424b44);
    assertThat(in.getInt()).isEqualTo(1);
    assertThat(in.getLong()).isEqualTo(round);
    int classes = in.getInt();
    int rows = in.getInt();
    for (int devices = in.getInt(); devices > 0; devices--) {
      byte[] id = new byte[in.getShort()];
      in.get(id);
      into.put(
          new String(id, StandardCharsets.UTF_8),
          new WireDecisions(floats(in, rows * classes), floats(in, rows * classes)));
    }
    assertThat(in.hasRemaining()).isFalse();
  }

  private static float[] floats(ByteBuffer in, int count) {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = in.getFloat();
    }
    return floats;
  }
}
