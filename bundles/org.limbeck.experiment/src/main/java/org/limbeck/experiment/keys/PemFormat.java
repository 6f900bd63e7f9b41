package org.limbeck.experiment.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys as text: RFC 7468. */
final class PemFormat {
  static final String PRIVATE_KEY = "PRIVATE KEY";
  static final String PUBLIC_KEY = "PUBLIC KEY";

  private static final int LINE = 64;
  private static final byte[] NEW_LINE = {'\n'};

  private PemFormat() {}

  static String encode(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(LINE, NEW_LINE).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /**
   * Returns the bytes of the only key in a text.
   *
   * @throws IOException if it has none with this label, or more
   */
  static byte[] decode(String label, String text) throws IOException {
    String begin = "-----BEGIN " + label + "-----";
    String end = "-----END " + label + "-----";
    String stripped = text.strip();
    if (!stripped.startsWith(begin) || !stripped.endsWith(end)) {
      throw new IOException("it does not begin with " + begin + " and end with " + end);
    }
    String body = stripped.substring(begin.length(), stripped.length() - end.length());
    try {
      return Base64.getDecoder()
          .decode(body.replaceAll("\\s", "").getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new IOException("what it holds is not base64: " + e.getMessage(), e);
    }
  }
}
