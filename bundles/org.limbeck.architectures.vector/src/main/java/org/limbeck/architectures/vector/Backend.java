package org.limbeck.architectures.vector;

/** What the models of the architectures here compute with. Safe for use by several threads. */
record Backend(Kernels kernels, ScratchPool scratches) {

  Backend(Kernels kernels) {
    this(kernels, new ScratchPool());
  }

  /** Makes a backend with the fastest kernels that this Java machine has. */
  static Backend fastest() {
    return new Backend(fastestKernels());
  }

  private static Kernels fastestKernels() {
    try {
      return new VectorKernels();
    } catch (NoClassDefFoundError e) {
      return new ScalarKernels();
    }
  }
}
