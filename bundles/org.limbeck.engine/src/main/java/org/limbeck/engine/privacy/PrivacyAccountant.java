package org.limbeck.engine.privacy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.IntStream;
import org.limbeck.api.Stateful;
import org.limbeck.api.algorithm.Privacy;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.event.PrivacyGuarantee;

/**
 * Counts what private steps reveal of a device's rows. Rényi divergences of the same order add up
 * over steps, whatever each step depends on (I. Mironov, <i>Rényi Differential Privacy</i>, CSF
 * 2017, proposition 1); the best order gives the guarantee. Not safe for use by several threads.
 */
public final class PrivacyAccountant implements Stateful {

  private static final int[] ORDERS =
      IntStream.concat(
              IntStream.rangeClosed(2, 64),
              IntStream.concat(
                  IntStream.iterate(72, order -> order <= 256, order -> order + 8),
                  IntStream.of(320, 384, 512, 768, 1024)))
          .toArray();

  /** How far below 0 a divergence may come out. */
  private static final double ROUNDING = 1e-9;

  private final Privacy privacy;

  /** Those of all steps but the latest, which are all of one kind and stay a number for long. */
  private final double[] divergences = new double[ORDERS.length];

  private long steps;
  private double rate;
  private double noise;

  /** Makes an accountant that has seen no step. */
  public PrivacyAccountant(Privacy privacy) {
    this.privacy = privacy;
    this.noise = privacy.noise();
  }

  /**
   * Returns what a device is guaranteed that has trained for some rounds.
   *
   * @param rows the number of its private rows
   */
  public static PrivacyGuarantee after(long rounds, Training training, int rows) {
    if (training.privacy().isEmpty()) {
      return PrivacyGuarantee.NONE;
    }
    PrivacyAccountant accountant = new PrivacyAccountant(training.privacy().get());
    accountant.add(
        Math.multiplyExact(rounds, (long) training.localSteps()), training.samplingRate(rows));
    return accountant.guarantee();
  }

  /**
   * Adds steps.
   *
   * @param more how many, at least 0
   * @param probability the probability q with which each of them took a row, 0 to 1
   */
  public void add(long more, double probability) {
    if (probability != rate) {
      settle();
      rate = probability;
    }
    steps += more;
  }

  /** Returns an accountant that has seen some more steps, as {@link #add} adds them. */
  public PrivacyAccountant after(long more, double probability) {
    PrivacyAccountant later = new PrivacyAccountant(privacy);
    System.arraycopy(divergences, 0, later.divergences, 0, divergences.length);
    later.steps = steps;
    later.rate = rate;
    later.add(more, probability);
    return later;
  }

  /**
   * Returns the guarantee for all steps so far: C. Canonne, G. Kamath, T. Steinke, <i>The Discrete
   * Gaussian for Differential Privacy</i>, NeurIPS 2020, proposition 12, as B. Balle and others,
   * <i>Hypothesis Testing Interpretations and Rényi Differential Privacy</i>, AISTATS 2020, theorem
   * 21.
   */
  public PrivacyGuarantee guarantee() {
    double logDelta = StrictMath.log(privacy.delta());
    double least = Double.POSITIVE_INFINITY;
    double[] all = divergences();
    for (int i = 0; i < ORDERS.length; i++) {
      int order = ORDERS[i];
      least =
          Math.min(
              least,
              all[i] == 0
                  ? 0
                  : all[i]
                      + StrictMath.log1p(-1.0 / order)
                      - (logDelta + StrictMath.log(order)) / (order - 1));
    }
    return new PrivacyGuarantee(Math.max(0, least), privacy.delta());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(divergences.length);
    for (double divergence : divergences) {
      out.writeDouble(divergence);
    }
    out.writeLong(steps);
    out.writeDouble(rate);
    out.writeDouble(noise);
  }

  /** {@inheritDoc} The steps may have been made with other noise. */
  @Override
  public void restore(DataInput in) throws IOException {
    int orders = in.readInt();
    if (orders != divergences.length) {
      throw new IOException("it counts " + orders + " orders, not " + divergences.length);
    }
    for (int i = 0; i < orders; i++) {
      divergences[i] = in.readDouble();
      require(divergences[i] > -ROUNDING, "a divergence of " + divergences[i]);
    }
    steps = in.readLong();
    require(steps >= 0, steps + " steps");
    rate = in.readDouble();
    require(rate >= 0 && rate <= 1, "a sampling rate of " + rate);
    noise = in.readDouble();
    require(noise >= 0, "noise of " + noise);
    if (noise != privacy.noise()) {
      settle();
      noise = privacy.noise();
    }
  }

  private static void require(boolean possible, String counted) throws IOException {
    if (!possible) {
      throw new IOException("no private steps have " + counted);
    }
  }

  private void settle() {
    System.arraycopy(divergences(), 0, divergences, 0, divergences.length);
    steps = 0;
  }

  private double[] divergences() {
    SampledGaussian step = new SampledGaussian(rate, noise);
    double[] all = divergences.clone();
    for (int i = 0; i < all.length && steps > 0; i++) {
      all[i] += steps * step.divergence(ORDERS[i]);
    }
    return all;
  }
}
