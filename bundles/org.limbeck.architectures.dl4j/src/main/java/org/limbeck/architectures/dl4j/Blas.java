package org.limbeck.architectures.dl4j;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_saxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The OpenBLAS that ND4J comes with, on row-major matrices outside the heap. ND4J's own operations
 * cost several microseconds each before they begin, as much as a product of small matrices.
 */
final class Blas {

  private Blas() {}

  /** C ← A B + β C for A of m × k and B of k × n. */
  static void nn(FloatPointer a, FloatPointer b, float beta, FloatPointer c, int m, int n, int k) {
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a, k, b, n, beta, c, n);
  }

  /** C ← A Bᵀ + β C for A of m × k and B of n × k. */
  static void nt(FloatPointer a, FloatPointer b, float beta, FloatPointer c, int m, int n, int k) {
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1, a, k, b, k, beta, c, n);
  }

  /** C ← Aᵀ B + β C for A of k × m and B of k × n. */
  static void tn(FloatPointer a, FloatPointer b, float beta, FloatPointer c, int m, int n, int k) {
    cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, m, n, k, 1, a, m, b, n, beta, c, n);
  }

  /** y ← a x + y. */
  static void axpy(int n, float a, FloatPointer x, FloatPointer y) {
    cblas_saxpy(n, a, x, 1, y, 1);
  }

  /** Returns where the values of an array begin; valid as long as the array. */
  static FloatPointer pointer(INDArray array) {
    return (FloatPointer) array.data().addressPointer();
  }

  /** Returns what is {@code offset} values further on. */
  static FloatPointer at(FloatPointer pointer, long offset) {
    return new FloatPointer(pointer).position(pointer.position() + offset);
  }
}
