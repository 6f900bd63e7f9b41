package org.limbeck.algorithms;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.ForwardingChannel;
import org.limbeck.api.algorithm.ForwardingDevice;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.api.algorithm.ServerChannel;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.FakeDevice;
import org.limbeck.testkit.fixture.FakeDevices;

/** A fake device that remembers what it sent, and what its model was taught. */
final class RecordingDevice extends ForwardingDevice {

  /** A frame: the rows that it spoke of and their values, row by row. */
  record Frame(long round, List<Integer> rows, float[] values) {}

  private final FakeDevice device;
  private final Training training;
  private final RecordingModel model;
  private final List<Frame> frames = new ArrayList<>();
  private RowSelection selection;

  private RecordingDevice(FakeDevice device, Training training, boolean handsOutWeights) {
    super(device);
    this.device = device;
    this.training = training;
    this.model = new RecordingModel(device.model(), handsOutWeights);
  }

  /** Returns one device for every vertex of the graph, with a model that keeps its weights. */
  static List<RecordingDevice> on(Graph graph, Training training) {
    return on(graph, training, false);
  }

  /** Returns one device for every vertex of the graph, with a model that hands out its weights. */
  static List<RecordingDevice> withWeights(Graph graph, Training training) {
    return on(graph, training, true);
  }

  private static List<RecordingDevice> on(Graph graph, Training training, boolean handsOutWeights) {
    return FakeDevices.on(graph, 1).stream()
        .map(device -> new RecordingDevice(device, training, handsOutWeights))
        .toList();
  }

  /** Returns the frames sent since this was last asked for. */
  List<Frame> frames() {
    List<Frame> latest = List.copyOf(frames);
    frames.clear();
    return latest;
  }

  /** Returns the rows that this device's channel selects for a round. */
  List<Integer> selected(long round) {
    int[] ids = new int[reference().rows()];
    int count = selection.select(round, ids);
    return IntStream.of(ids).limit(count).boxed().toList();
  }

  /** Returns the channels opened, as "R rows of K". */
  List<String> channels() {
    return device.network().channels(device.number());
  }

  /** Returns how many frames were sent, to neighbours and to the server. */
  int sent() {
    return device.network().sent(device.number());
  }

  byte[] savedEstimate() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      estimate().save(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public RecordingModel model() {
    return model;
  }

  @Override
  public Training training() {
    return training;
  }

  @Override
  public Channel open(int rows, int width, RowSelection chosen) {
    selection = chosen;
    return new RecordingChannel(super.open(rows, width, chosen));
  }

  @Override
  public Channel open(int rows, int width, RowSelection chosen, Coding coding) {
    selection = chosen;
    return new RecordingChannel(super.open(rows, width, chosen, coding));
  }

  @Override
  public ServerChannel openServer(int rows, int width, RowSelection chosen, double weight) {
    selection = chosen;
    return super.openServer(rows, width, chosen, weight);
  }

  private final class RecordingChannel extends ForwardingChannel {
    RecordingChannel(Channel channel) {
      super(channel);
    }

    @Override
    public void send(long round, Block values) {
      List<Integer> rows = IntStream.of(values.ids()).limit(values.rows()).boxed().toList();
      int count = values.rows() * values.width();
      frames.add(new Frame(round, rows, Arrays.copyOf(values.values(), count)));
      super.send(round, values);
    }
  }
}
