package org.limbeck.architectures.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

class NativeCodeTest {

  @Test
  void saysWhereThereIsNone() {
    assertThat(NativeCode.reason("mac os x-aarch64", new UnsatisfiedLinkError("no jnind4jcpu")))
        .isEqualTo(
            "DL4J's native code is available for linux-x86_64 only, and this is mac os x-aarch64; "
                + "the pure-Java architectures softmax and mlp work without it");
  }

  @Test
  void saysWhyItDoesNotLoad() {
    Throwable error =
        new ExceptionInInitializerError(new UnsatisfiedLinkError("no jnind4jcpu in library path"));
    assertThat(NativeCode.reason("linux-x86_64", error))
        .isEqualTo(
            "DL4J's native code, in the bundle org.limbeck.dl4j.natives, does not load "
                + "(java.lang.UnsatisfiedLinkError: no jnind4jcpu in library path); "
                + "the pure-Java architectures softmax and mlp work without it");
  }

  @Test
  @NeedsNativeCode
  void staysOnTheThreadThatCallsIt() {
    NativeCode.require();
    Nd4j.getEnvironment().setMaxThreads(2);
    openblas_nolapack.blas_set_num_threads(2);
    NativeCode.require();
    assertThat(Nd4j.getEnvironment().maxThreads()).isEqualTo(1);
    assertThat(Nd4j.getEnvironment().maxMasterThreads()).isEqualTo(1);
    assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(1);
  }

  /** OpenMP asks the environment, for each thread anew; the build sets it as the launcher does. */
  @Test
  @NeedsNativeCode
  void openMpHasOneThreadPerWorker() throws Exception {
    NativeCode.require();
    FutureTask<Integer> threads =
        new FutureTask<>(
            () -> NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads());
    Thread worker = new Thread(threads);
    worker.start();
    assertThat(threads.get()).isEqualTo(1);
  }
}
