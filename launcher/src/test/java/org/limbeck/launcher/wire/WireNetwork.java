package org.limbeck.launcher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.limbeck.exchange.random.RandomStreams;

/**
 * Devices on a path as seen from outside: what they hold according to docs/algorithm.md, given what
 * they think and what they send. One round after the other.
 */
final class WireNetwork {
  private static final Offset<Float> ROUNDING = within(1e-4f);

  private final int rows;
  private final int width;
  private final List<String> devices;
  private final double worstError;
  private final Map<String, float[]> injected = new TreeMap<>();
  private final Map<String, float[]> copies = new TreeMap<>();

  /**
   * Makes devices that have exchanged nothing.
   *
   * @param worstError the largest error of a decoded value, as a share of the row's largest
   */
  WireNetwork(List<String> devices, int rows, int width, double worstError) {
    this.rows = rows;
    this.width = width;
    this.devices = devices;
    this.worstError = worstError;
    for (String device : devices) {
      injected.put(device, new float[rows * width]);
      copies.put(device, new float[rows * width]);
    }
  }

  /** Returns how many neighbours a device has. */
  int degree(String device) {
    return neighbours(device).size();
  }

  /**
   * Checks that what was sent in a round is the difference that is to be sent, and that it explains
   * what the devices hold afterwards.
   *
   * @param rows the rows of the round
   * @param sent the decoded values that each device has sent
   */
  void check(
      int[] rows,
      Map<String, float[]> sent,
      Map<String, WireDecisions> before,
      Map<String, WireDecisions> after) {
    Map<String, float[]> estimates = new TreeMap<>();
    for (String device : devices) {
      float[] estimate = before.get(device).estimate().clone();
      for (int i = 0; i < rows.length; i++) {
        inject(device, rows[i], before.get(device).soft(), estimate);
        add(device, rows[i], estimate, sent.get(device), i);
      }
      estimates.put(device, estimate);
    }
    for (String device : devices) {
      mix(device, rows, estimates.get(device));
      assertThat(after.get(device).estimate()).containsExactly(estimates.get(device), ROUNDING);
    }
  }

  private void inject(String device, int row, float[] soft, float[] estimate) {
    float[] former = injected.get(device);
    for (int at = row * width; at < (row + 1) * width; at++) {
      float known = Float.isNaN(estimate[at]) ? 0 : estimate[at];
      estimate[at] = known + soft[at] - former[at];
      former[at] = soft[at];
    }
  }

  private void add(String device, int row, float[] estimate, float[] sent, int place) {
    float[] copy = copies.get(device);
    float largest = 0;
    for (int at = row * width; at < (row + 1) * width; at++) {
      largest = Math.max(largest, Math.abs(estimate[at] - copy[at]));
    }
    for (int k = 0; k < width; k++) {
      int at = row * width + k;
      float value = sent[place * width + k];
      assertThat(value)
          .as(device + ", row " + row)
          .isFinite()
          .isCloseTo(estimate[at] - copy[at], within((float) (worstError * largest) + 1e-4f));
      copy[at] += value;
    }
  }

  private void mix(String device, int[] rows, float[] estimate) {
    float[] own = copies.get(device);
    for (String neighbour : neighbours(device)) {
      float[] theirs = copies.get(neighbour);
      float weight = 1f / (1 + Math.max(degree(device), degree(neighbour)));
      for (int row : rows) {
        for (int at = row * width; at < (row + 1) * width; at++) {
          estimate[at] += weight * (theirs[at] - own[at]);
        }
      }
    }
  }

  private List<String> neighbours(String device) {
    int place = devices.indexOf(device);
    return devices.stream().filter(other -> Math.abs(devices.indexOf(other) - place) == 1).toList();
  }

  /** Returns the rows that the seed selects for a round. */
  int[] rows(long seed, int round, int batch) {
    RandomGenerator random = new RandomStreams(seed).shared("reference-batch", round);
    int[] order = IntStream.range(0, rows).toArray();
    for (int i = 0; i < batch; i++) {
      int j = i + random.nextInt(rows - i);
      int row = order[j];
      order[j] = order[i];
      order[i] = row;
    }
    return IntStream.of(order).limit(batch).toArray();
  }
}
