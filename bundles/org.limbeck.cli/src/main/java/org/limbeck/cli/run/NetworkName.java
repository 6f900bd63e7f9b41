package org.limbeck.cli.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The name of the network that a run has of its own. */
public final class NetworkName {
  /** What the transport takes. */
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private static final int MOST_LETTERS = 24;
  private static final int DIGEST_BYTES = 6;

  private NetworkName() {}

  /**
   * Returns the name of an experiment and its seed, such as {@code digits-1}. A name in other
   * letters, or a long one, is told by a digest: {@code Gr-e-a2b1c9d8e7f6-1}.
   */
  public static String of(String experiment, long seed) {
    String plain = experiment + "-" + seed;
    if (ALLOWED.matcher(plain).matches()) {
      return plain;
    }
    String letters = experiment.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[._-]+|-+$", "");
    String start = letters.substring(0, Math.min(MOST_LETTERS, letters.length()));
    return (start.isEmpty() ? "run" : start) + "-" + digest(experiment) + "-" + seed;
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
