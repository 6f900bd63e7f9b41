package org.limbeck.architectures.dl4j;

import java.util.Locale;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's native code, which loads when it is first needed. */
final class NativeCode {
  private static final String AVAILABLE = "linux-x86_64";

  private NativeCode() {}

  /**
   * Loads the native code if need be, and keeps it on the thread that calls it: devices train side
   * by side, and each would start as many threads as there are processors. The launcher sees to
   * that by {@code OMP_NUM_THREADS}, but other frameworks do without it.
   *
   * @throws IllegalStateException if it does not load; the message says why
   */
  static void require() {
    try {
      Nd4j.getBackend();
      Nd4j.getEnvironment().setMaxThreads(1);
      Nd4j.getEnvironment().setMaxMasterThreads(1);
      openblas_nolapack.blas_set_num_threads(1);
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
