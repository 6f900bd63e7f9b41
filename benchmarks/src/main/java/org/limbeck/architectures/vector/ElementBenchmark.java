package org.limbeck.architectures.vector;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The kernels that go through values one by one; scores are values per second. */
@State(Scope.Thread)
public class ElementBenchmark {
  private static final int COUNT = 4000;
  private static final int CLASSES = 10;

  @Param({"vector", "scalar"})
  public String kernels;

  private final float[] values = new float[COUNT + Kernels.SPARE];
  private final float[] others = new float[COUNT + Kernels.SPARE];
  private Kernels used;

  @Setup
  public void fill() {
    used = kernels.equals("vector") ? new VectorKernels() : new ScalarKernels();
    Arrays.fill(values, 0.5f);
    Arrays.fill(others, 0.5f);
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void add() {
    used.add(1e-6f, others, 0, values, 0, COUNT);
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void tanh() {
    used.activate(Activation.TANH, values, COUNT);
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void relu() {
    used.activate(Activation.RELU, values, COUNT);
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void softmax() {
    used.softmax(values, COUNT / CLASSES, CLASSES);
  }
}
