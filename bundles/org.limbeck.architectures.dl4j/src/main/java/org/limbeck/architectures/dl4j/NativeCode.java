package org.limbeck.architectures.dl4j;

import java.util.Locale;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's native code, which loads when it is first needed. */
final class NativeCode {
  private static final String AVAILABLE = "linux-x86_64";

  private NativeCode() {}

  /**
   * Loads the native code if need be.
   *
   * @throws IllegalStateException if it does not load; the message says why
   */
  static void require() {
    try {
      Nd4j.getBackend();
    } catch (LinkageError | RuntimeException e) {
      throw new IllegalStateException(reason(platform(), e), e);
    }
  }

  static String reason(String platform, Throwable e) {
    String missing =
        platform.equals(AVAILABLE)
            ? "DL4J's native code, in the bundle org.limbeck.dl4j.natives, does not load ("
                + rootCause(e)
                + ")"
            : "DL4J's native code is available for " + AVAILABLE + " only, and this is " + platform;
    return missing + "; the pure-Java architectures softmax and mlp work without it";
  }

  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").replace("amd64", "x86_64");
    return os + "-" + arch;
  }

  private static Throwable rootCause(Throwable e) {
    return e.getCause() == null ? e : rootCause(e.getCause());
  }
}
