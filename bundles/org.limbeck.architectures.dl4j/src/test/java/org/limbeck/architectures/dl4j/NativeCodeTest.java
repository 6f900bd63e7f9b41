package org.limbeck.architectures.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
  void loads() {
    NativeCode.require();
  }
}
