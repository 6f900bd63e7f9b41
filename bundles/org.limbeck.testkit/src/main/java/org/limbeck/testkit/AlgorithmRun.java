package org.limbeck.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.CloudRows;
import org.limbeck.testkit.fixture.FakeDevice;
import org.limbeck.testkit.fixture.FakeDevices;
import org.limbeck.testkit.fixture.FakeNetwork;

/** Fake devices that take part in an algorithm. */
final class AlgorithmRun {
  private static final CloudRows TEST =
      new CloudRows(FakeDevices.SHAPE, FakeDevices.CLASSES, 60, 4711);

  private final List<FakeDevice> devices;
  private final List<Participant> participants = new ArrayList<>();
  private final List<Losses> losses = new ArrayList<>();

  AlgorithmRun(Algorithm algorithm, Graph graph) {
    this.devices = FakeDevices.on(graph, 1, algorithm);
    for (FakeDevice device : devices) {
      participants.add(algorithm.join(device));
      losses.add(new Losses());
    }
  }

  /** Runs rounds on all devices; {@code backwards} starts every phase with the last of them. */
  AlgorithmRun rounds(int from, int to, boolean backwards) {
    int size = devices.size();
    for (int round = from; round < to; round++) {
      for (int i = 0; i < size; i++) {
        begin(backwards ? size - 1 - i : i, round);
      }
      for (int i = 0; i < size; i++) {
        finish(backwards ? size - 1 - i : i, round);
      }
    }
    return this;
  }

  AlgorithmRun rounds(int from, int to) {
    return rounds(from, to, false);
  }

  void begin(int device, int round) {
    participants.get(device).begin(round);
  }

  /** Finishes a round; {@link #losses} are those of this round then. */
  void finish(int device, int round) {
    losses.get(device).reset();
    participants.get(device).finish(round, losses.get(device));
  }

  List<Participant> participants() {
    return participants;
  }

  List<Losses> losses() {
    return losses;
  }

  List<FakeDevice> devices() {
    return devices;
  }

  FakeNetwork network() {
    return devices.get(0).network();
  }

  /** Returns what every device predicts for the same test rows. */
  float[][] decisions() {
    Block inputs = Blocks.of(Blocks.range(0, TEST.rows()), FakeDevices.SHAPE.features());
    for (int row = 0; row < TEST.rows(); row++) {
      TEST.read(row, inputs.values(), row * inputs.width());
    }
    float[][] all = new float[devices.size()][];
    for (FakeDevice device : devices) {
      Block decisions = new Block(TEST.rows(), FakeDevices.CLASSES);
      device.model().predict(inputs, decisions);
      all[device.number()] = decisions.values();
    }
    return all;
  }

  /** Returns the share of test rows that a device classifies rightly. */
  double accuracy(int device) {
    float[] decisions = decisions()[device];
    int right = 0;
    for (int row = 0; row < TEST.rows(); row++) {
      int at = row * FakeDevices.CLASSES;
      float[] decision = Arrays.copyOfRange(decisions, at, at + FakeDevices.CLASSES);
      float own = decision[TEST.label(row)];
      Arrays.sort(decision);
      right += own == decision[FakeDevices.CLASSES - 1] ? 1 : 0;
    }
    return (double) right / TEST.rows();
  }

  /** Brings this fresh run to the state of another one, by saved states only. */
  AlgorithmRun restore(AlgorithmRun saved) {
    for (int i = 0; i < devices.size(); i++) {
      StateChecks.restore(devices.get(i).model(), StateChecks.save(saved.devices.get(i).model()));
      StateChecks.restore(
          devices.get(i).estimate(), StateChecks.save(saved.devices.get(i).estimate()));
      StateChecks.restore(participants.get(i), StateChecks.save(saved.participants.get(i)));
    }
    StateChecks.restore(network(), StateChecks.save(saved.network()));
    return this;
  }
}
