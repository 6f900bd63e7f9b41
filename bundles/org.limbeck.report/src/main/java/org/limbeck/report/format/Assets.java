package org.limbeck.report.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Files of this bundle that pages are made of. */
public final class Assets {
  private Assets() {}

  /** Returns a text file with the line breaks that an HTML parser would make of it. */
  public static String read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/org/limbeck/report/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not in this bundle: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what a content security policy calls a script by. */
  public static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
