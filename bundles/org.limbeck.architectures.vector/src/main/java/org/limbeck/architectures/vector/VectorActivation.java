package org.limbeck.architectures.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Exp} and {@link Activation} on whole vectors, operation by operation as there. Each method
 * returns how many values it has done; those behind, too few for a vector, are left.
 *
 * <p>No method here takes or returns a vector: where the JIT compiler does not inline such a
 * method, each call allocates.
 */
final class VectorActivation {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private VectorActivation() {}

  static int exp(float[] values, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, values, i);
      FloatVector bounded =
          x.max(FloatVector.broadcast(SPECIES, Exp.LOWEST))
              .min(FloatVector.broadcast(SPECIES, Exp.HIGHEST));
      FloatVector rounded =
          bounded
              .mul(FloatVector.broadcast(SPECIES, Exp.LOG2_E))
              .add(FloatVector.broadcast(SPECIES, Exp.ROUND));
      FloatVector n = rounded.sub(FloatVector.broadcast(SPECIES, Exp.ROUND)).neg();
      FloatVector r =
          n.fma(
              FloatVector.broadcast(SPECIES, Exp.LN2_LOW),
              n.fma(FloatVector.broadcast(SPECIES, Exp.LN2_HIGH), bounded));
      FloatVector p = FloatVector.broadcast(SPECIES, Exp.P5);
      p = p.fma(r, FloatVector.broadcast(SPECIES, Exp.P4));
      p = p.fma(r, FloatVector.broadcast(SPECIES, Exp.P3));
      p = p.fma(r, FloatVector.broadcast(SPECIES, Exp.P2));
      p = p.fma(r, FloatVector.broadcast(SPECIES, Exp.P1));
      p = p.fma(r, FloatVector.broadcast(SPECIES, Exp.P0));
      FloatVector y = p.fma(r.mul(r), r).add(FloatVector.broadcast(SPECIES, 1));
      FloatVector power =
          rounded
              .reinterpretAsInts()
              .add(Exp.EXPONENT_BIAS)
              .lanewise(LSHL, Exp.SIGNIFICAND_BITS)
              .reinterpretAsFloats();
      y.mul(power).intoArray(values, i);
    }
    return i;
  }

  static int tanh(float[] values, int count) {
    int done = SPECIES.loopBound(count);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector two = FloatVector.broadcast(SPECIES, 2);
    for (int i = 0; i < done; i += LANES) {
      FloatVector.fromArray(SPECIES, values, i).mul(two).intoArray(values, i);
    }
    exp(values, done);
    for (int i = 0; i < done; i += LANES) {
      FloatVector e = FloatVector.fromArray(SPECIES, values, i);
      one.sub(two.div(e.add(one))).intoArray(values, i);
    }
    return done;
  }

  static int relu(float[] values, int count) {
    FloatVector zero = FloatVector.zero(SPECIES);
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatVector.fromArray(SPECIES, values, i).max(zero).intoArray(values, i);
    }
    return i;
  }

  static int scaleByTanhDerivative(float[] gradient, float[] outputs, int count) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatVector y = FloatVector.fromArray(SPECIES, outputs, i);
      FloatVector derivative = one.sub(y.mul(y));
      FloatVector.fromArray(SPECIES, gradient, i).mul(derivative).intoArray(gradient, i);
    }
    return i;
  }

  static int scaleByReluDerivative(float[] gradient, float[] outputs, int count) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatVector y = FloatVector.fromArray(SPECIES, outputs, i);
      FloatVector derivative = zero.blend(one, y.compare(GT, zero));
      FloatVector.fromArray(SPECIES, gradient, i).mul(derivative).intoArray(gradient, i);
    }
    return i;
  }
}
