package org.limbeck.itests.faults;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;

/** One logit per class, each a random walk, and steeper for some rows than for others. */
final class RestlessModel implements Model {
  private static final double STRIDE = 0.2;

  private final Path until;
  private final long seed;
  private final double[] logits;
  private long steps;

  RestlessModel(Path until, int classes, long seed) {
    this.until = until;
    this.seed = seed;
    this.logits = new double[classes];
  }

  @Override
  public int parameters() {
    return 0;
  }

  @Override
  public void predict(Block inputs, Block decisions) {
    decisions.selectLike(inputs);
    for (int row = 0; row < inputs.rows(); row++) {
      double steepness = 1 + meanFeature(inputs, row);
      double sum = 0;
      for (double logit : logits) {
        sum += StrictMath.exp(steepness * logit);
      }
      for (int k = 0; k < logits.length; k++) {
        decisions.values()[row * logits.length + k] =
            (float) (StrictMath.exp(steepness * logits[k]) / sum);
      }
    }
  }

  private static double meanFeature(Block inputs, int row) {
    double sum = 0;
    for (int i = row * inputs.width(); i < (row + 1) * inputs.width(); i++) {
      sum += inputs.values()[i];
    }
    return sum / inputs.width();
  }

  @Override
  public void step(Lesson lesson, float stepSize, Losses losses) {
    if (Files.exists(until)) {
      return;
    }
    SplittableRandom random = new SplittableRandom(seed + steps++);
    for (int k = 0; k < logits.length; k++) {
      double walked = logits[k] + STRIDE * (2 * random.nextDouble() - 1);
      logits[k] = Math.max(-1, Math.min(1, walked));
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(steps);
    for (double logit : logits) {
      out.writeDouble(logit);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    steps = in.readLong();
    for (int k = 0; k < logits.length; k++) {
      logits[k] = in.readDouble();
    }
  }
}
