package org.limbeck.launcher.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What must not leave a device.
 *
 * @param all names and values, as they would stand among the bytes of a stream
 */
record WireSecrets(List<String> all) {
  /**
   * Writes {@code birds.csv}, with rows of which nobody else has the like; each is kept as text, as
   * floats and as doubles.
   */
  static WireSecrets write(Path folder, List<String> birds, long seed) throws IOException {
    List<String> secrets = new ArrayList<>();
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>(List.of("wingspan,beak,bird"));
    for (int i = 0; i < 200; i++) {
      double wingspan = random.nextGaussian();
      double beak = random.nextGaussian();
      String bird = birds.get((wingspan < 0 ? 0 : 1) + (beak < 0 ? 0 : 2));
      lines.add(wingspan + "," + beak + "," + bird);
      secrets.add(Double.toString(wingspan).substring(0, 8));
      for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
        ByteBuffer floats = ByteBuffer.allocate(2 * Float.BYTES).order(order);
        secrets.add(text(floats.putFloat((float) wingspan).putFloat((float) beak)));
        ByteBuffer doubles = ByteBuffer.allocate(Double.BYTES).order(order);
        secrets.add(text(doubles.putDouble(wingspan)));
      }
    }
    secrets.addAll(birds);
    secrets.addAll(List.of("wingspan", "birds.csv", folder.toString(), "PRIVATE KEY"));
    Files.write(folder.resolve("birds.csv"), lines);
    return new WireSecrets(secrets);
  }

  /** Returns the secrets that are in a stream. */
  List<String> found(byte[] stream) {
    String bytes = new String(stream, ISO_8859_1);
    return all.stream().filter(bytes::contains).toList();
  }

  private static String text(ByteBuffer bytes) {
    return ISO_8859_1.decode(bytes.flip()).toString();
  }
}
