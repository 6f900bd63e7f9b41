package org.limbeck.launcher.attack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two ids whose SHA-256 begin with the same four bytes. */
final class CollidingIds {
  private CollidingIds() {}

  /** Finds two, which takes some 80,000 attempts. */
  static List<String> find() throws NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    Map<Integer, String> seen = new HashMap<>();
    for (int i = 0; ; i++) {
      String id = "device-" + i;
      int tag = ByteBuffer.wrap(sha.digest(id.getBytes(StandardCharsets.UTF_8))).getInt();
      String other = seen.put(tag, id);
      if (other != null) {
        return List.of(other, id);
      }
    }
  }
}
