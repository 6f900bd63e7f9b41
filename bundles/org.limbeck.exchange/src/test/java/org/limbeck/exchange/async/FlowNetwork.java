package org.limbeck.exchange.async;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limbeck.aggregation.TrackingMean;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.event.NeighbourChanged.State;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.transport.Transport;
import org.limbeck.exchange.channel.ChannelSpec;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.SerializedState;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FaultyNetworkTransport;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.endpoint.FrameSender;
import org.limbeck.exchange.endpoint.NetworkFaults;
import org.limbeck.exchange.endpoint.RefusalLog;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.mixing.MixingWeights;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.neighbours.WeightedNeighbours;
import org.limbeck.exchange.state.ChannelState;
import org.limbeck.exchange.state.ChannelStates;

/** Devices whose soft decisions never change agree on their mean, over a network with faults. */
final class FlowNetwork {
  static final int ROWS = 8;
  static final int CLASSES = 3;
  private static final int BATCH = 4;
  private static final long CLOCK = 1000;

  private final RowSelection selection;
  private final Codec codec;
  private final AggregationRule rule;
  private final Transport transport;
  private final Runnable tick;
  private final Graph graph;
  private final List<Member> members = new ArrayList<>();
  private final float[][] decisions;

  FlowNetwork(Graph graph, Codec codec, NetworkFaults faults, long seed) {
    this(graph, codec, new TrackingMean(), faults, seed);
  }

  FlowNetwork(Graph graph, Codec codec, AggregationRule rule, NetworkFaults faults, long seed) {
    this(graph, codec, rule, new FaultyNetworkTransport(faults, seed), seed);
  }

  private FlowNetwork(
      Graph graph, Codec codec, AggregationRule rule, FaultyNetworkTransport faulty, long seed) {
    this(graph, codec, rule, faulty, faulty::tick, seed);
  }

  /** Makes a network whose time passes by {@code tick}, once a round. */
  FlowNetwork(
      Graph graph,
      Codec codec,
      AggregationRule rule,
      Transport transport,
      Runnable tick,
      long seed) {
    this.graph = graph;
    this.codec = codec;
    this.rule = rule;
    this.transport = transport;
    this.tick = tick;
    this.selection = (round, ids) -> select(seed, round, ids);
    this.decisions = decisions(graph.size(), seed);
    for (int n = 0; n < graph.size(); n++) {
      members.add(new Member(n, ChannelStates.NONE, CLOCK));
    }
  }

  /** Lets so many rounds pass; device n takes part in every {@code slowness[n]}-th. */
  void run(int rounds, int... slowness) throws MalformedFrameException {
    for (int i = 0; i < rounds; i++) {
      tick.run();
      List<Member> active = new ArrayList<>();
      for (Member member : members) {
        if (member != null && (slowness.length == 0 || i % slowness[member.place] == 0)) {
          active.add(member);
        }
      }
      for (Member member : active) {
        member.begin();
      }
      for (Member member : active) {
        member.finish();
      }
    }
  }

  /** Saves a device, as it is now. */
  byte[][] save(int n) throws IOException {
    Member member = members.get(n);
    return new byte[][] {
      SerializedState.of(member.estimate::save),
      SerializedState.of(out -> ChannelState.write(List.of(member.channel.state()), out))
    };
  }

  /** Kills a device. */
  void kill(int n) {
    members.get(n).endpoint.close();
    members.set(n, null);
  }

  /** Lets a device live again with an earlier state. */
  void restore(int n, byte[][] state) throws IOException {
    DataInputStream channels = new DataInputStream(new ByteArrayInputStream(state[1]));
    ChannelStates states = ChannelStates.saved(Map.of(id(n), ChannelState.read(channels)));
    Member member = new Member(n, states, CLOCK);
    SerializedState.restore(state[0], member.estimate);
    members.set(n, member);
  }

  /** Lets a device live again without its state, at some time of its clock. */
  void beginAnew(int n, long clock) {
    members.set(n, new Member(n, ChannelStates.NONE, clock));
  }

  /** Returns how many bytes of frames a device has sent, as it is now. */
  long frameBytesSent(int n) {
    return members.get(n).sender.sent().frameBytes();
  }

  /** Returns the greatest distance of a value of an estimate from the mean of all decisions. */
  double error() {
    double worst = 0;
    for (int i = 0; i < ROWS * CLASSES; i++) {
      int place = i;
      double mean =
          members.stream().mapToDouble(m -> decisions[m.place][place]).average().orElseThrow();
      for (Member member : members) {
        float[] z = new float[CLASSES];
        boolean known = member.estimate.read(i / CLASSES, z, 0);
        worst = Math.max(worst, known ? Math.abs(z[i % CLASSES] - mean) : 1);
      }
    }
    return worst;
  }

  /** Returns what the values of two ends of an edge sum up to, at most. */
  double asymmetry(int n, int m) {
    Block there = flow(n, m);
    Block back = flow(m, n);
    double worst = 0;
    for (int i = 0; i < there.values().length; i++) {
      worst = Math.max(worst, Math.abs(there.values()[i] + back.values()[i]));
    }
    return worst;
  }

  private Block flow(int n, int m) {
    Block flow = new Block(ROWS, CLASSES);
    flow.rows(ROWS);
    for (int row = 0; row < ROWS; row++) {
      flow.ids()[row] = row;
    }
    members.get(n).estimate.readFlow(id(m), flow);
    return flow;
  }

  private State presence(String device) {
    return members.stream().anyMatch(member -> member != null && id(member.place).equals(device))
        ? State.PRESENT
        : State.SILENT;
  }

  private static String id(int n) {
    return "device-" + n;
  }

  private static int select(long seed, long round, int[] ids) {
    SplittableRandom random = new SplittableRandom(seed * 31 + round);
    List<Integer> rows = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
    for (int i = 0; i < BATCH; i++) {
      ids[i] = rows.remove(random.nextInt(rows.size()));
    }
    return BATCH;
  }

  private static float[][] decisions(int devices, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] decisions = new float[devices][ROWS * CLASSES];
    for (float[] of : decisions) {
      for (int i = 0; i < of.length; i++) {
        of[i] = (float) random.nextDouble();
      }
    }
    return decisions;
  }

  private final class Member {
    final int place;
    final Estimate estimate = rule.open(ROWS, CLASSES);
    final Workspace workspace = new Workspace();
    final Endpoint endpoint;
    final AsyncChannel channel;
    final FrameSender sender;
    private final Frame frame = new Frame();
    private long round;

    Member(int place, ChannelStates states, long clock) {
      this.place = place;
      this.endpoint = Endpoint.open(transport, id(place), Optional.empty(), new RefusalLog());
      Envelope envelope = Envelope.of("test", id(place), new byte[32], "codec");
      FramePort port = FramePort.open(envelope, Optional.empty(), endpoint);
      this.sender = port.sender();
      TriggeredCodec triggered = new TriggeredCodec(codec, EventTrigger.NONE);
      this.channel =
          new AsyncChannel(
              new AsyncChannel.Ends(
                  port, triggered, rule.conservesSum(), clock, FlowNetwork.this::presence),
              new ChannelSpec(0, ROWS, CLASSES, selection),
              states,
              () -> workspace);
      List<String> ids = IntStream.range(0, graph.size()).mapToObj(FlowNetwork::id).toList();
      List<Neighbour> neighbours =
          new WeightedNeighbours(ids, MixingWeights.METROPOLIS).of(place, graph);
      endpoint.follow(neighbours.stream().map(Neighbour::id).toList());
      sender.connect(neighbours);
      channel.connect(neighbours);
    }

    void begin() {
      new SteadyDecisions(decisions[place], CLASSES, selection).send(round, channel, estimate);
    }

    void finish() throws MalformedFrameException {
      for (ByteBuffer bytes = endpoint.inbox().poll();
          bytes != null;
          bytes = endpoint.inbox().poll()) {
        frame.read(bytes);
        channel.arrive(frame, bytes);
        endpoint.inbox().recycle(bytes);
      }
      channel.mix(round, estimate);
      round++;
    }
  }
}
