package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.limbeck.aggregation.TrackingMean;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.codecs.Float32;
import org.limbeck.exchange.DeviceExchange;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.discovery.Announcement;
import org.limbeck.exchange.discovery.PeerPresence;
import org.limbeck.exchange.endpoint.AuthenticTransport;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.endpoint.RefusalLog;
import org.limbeck.exchange.frame.DishonestFrames;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.exchange.state.ChannelStates;

/**
 * Three devices with keys that come to know the mean of their decisions, the last of which may send
 * what it likes. Whoever is left out is no neighbour any more.
 */
final class SignedTrio {
  static final String LIAR = "c";
  static final List<String> HONEST = List.of("a", "b");
  static final int ROWS = 8;
  static final int CLASSES = 3;
  private static final int BATCH = 4;
  private static final int KIND = 5;
  private static final Announcement SAID = new Announcement("e", "ab", CLASSES, "f", List.of());

  final KeyRing keys = keys();
  final AuthenticTransport transport = new AuthenticTransport();
  private final Map<String, Member> members = new TreeMap<>();

  SignedTrio() {
    Stream.of("a", "b", LIAR).forEach(id -> members.put(id, new Member(id)));
    members.values().forEach(member -> member.announce(SAID));
  }

  /** Lets the last device send other frames from now on, which it signs. */
  void lie(Function<DishonestFrames, Function<byte[], List<byte[]>>> attack) {
    transport.replace(LIAR, attack.apply(new DishonestFrames(keys, LIAR)));
  }

  /** Lets the last device announce that it has done all its rounds. */
  void finishEarly() {
    members.get(LIAR).announce(SAID.as(Announcement.State.FINISHED));
  }

  /** Lets a device begin another session, without its state. */
  void beginAnew(String device) {
    members.get(device).endpoint.close();
    members.put(device, new Member(device));
    members.get(device).announce(SAID);
  }

  /** Returns the frames of a kind that a device will have sent from now on. */
  List<byte[]> overhear(String device, int kind) {
    List<byte[]> frames = new ArrayList<>();
    transport.replace(
        device,
        frame -> {
          if (frame[KIND] == kind) {
            frames.add(frame);
          }
          return List.of(frame);
        });
    return frames;
  }

  void run(int rounds) {
    for (int i = 0; i < rounds; i++) {
      members.values().forEach(Member::begin);
      members.values().forEach(Member::finish);
    }
  }

  /** Lets a device look at the header of a frame, which need not be signed. */
  void look(String device, byte[] bytes) throws MalformedFrameException {
    Frame frame = new Frame();
    frame.read(ByteBuffer.wrap(bytes));
    ((AsyncChannel) members.get(device).channel).requireNew(frame);
  }

  FramePort port(String device) {
    return members.get(device).port;
  }

  /** Returns whether a device takes another's word for it that all its neighbours have finished. */
  boolean takesOthersForFinished(String device) {
    Member member = members.get(device);
    return member.endpoint.inbox().announcements().haveFinished(member.port.sender().neighbours());
  }

  /** Returns whom a device leaves out, and why. */
  Map<String, String> leftOut(String device) {
    return members.get(device).leftOut;
  }

  /** Returns the greatest distance of an estimate of some devices from the mean of their own. */
  double error(List<String> devices) {
    double worst = 0;
    for (int i = 0; i < ROWS * CLASSES; i++) {
      int place = i;
      double mean =
          devices.stream()
              .mapToDouble(id -> members.get(id).decisions.values()[place])
              .average()
              .orElseThrow();
      for (String id : devices) {
        float[] z = new float[CLASSES];
        boolean known = members.get(id).estimate.read(i / CLASSES, z, 0);
        worst = Math.max(worst, known ? Math.abs(z[i % CLASSES] - mean) : 1);
      }
    }
    return worst;
  }

  private static KeyRing keys() {
    Map<String, DeviceKeys> keys = new HashMap<>();
    Stream.of("a", "b", LIAR).forEach(id -> keys.put(id, DeviceKeys.generate(id)));
    return new KeyRing("keys", keys);
  }

  private final class Member {
    final Estimate estimate = new TrackingMean().open(ROWS, CLASSES);
    final SteadyDecisions decisions;
    final Endpoint endpoint;
    final FramePort port;
    final DeviceExchange exchange;
    Map<String, String> leftOut = Map.of();
    private final List<Neighbour> others;
    private final Channel channel;
    private long round;

    Member(String id) {
      decisions = SteadyDecisions.drawn(id.charAt(0), ROWS, CLASSES, BATCH);
      others =
          Stream.of("a", "b", LIAR)
              .filter(other -> !other.equals(id))
              .map(other -> new Neighbour(other, 1f / 3))
              .toList();
      endpoint = Endpoint.open(transport, id, Optional.of(keys), new RefusalLog());
      port =
          FramePort.open(
              Envelope.of("test", id, new byte[32], "float32"), Optional.of(keys), endpoint);
      Workspace workspace = new Workspace();
      TriggeredCodec codec = new TriggeredCodec(new Float32(), EventTrigger.NONE);
      exchange =
          new AsyncProtocol(codec, true, 1, any -> PeerPresence.ALWAYS)
              .open(port, ChannelStates.NONE, () -> workspace);
      channel =
          exchange.open(
              ROWS, CLASSES, decisions.selection(), Coding.DIFFERENCES, ValueRange.DECISIONS);
      exchange.join(List.of());
      meet(others);
    }

    void announce(Announcement announcement) {
      endpoint.announcer().announce(announcement);
    }

    void begin() {
      decisions.send(round, channel, estimate);
    }

    void finish() {
      Map<String, String> now = endpoint.quarantine().leftOut(endpoint.inbox().announcements());
      if (!now.equals(leftOut)) {
        leftOut = now;
        meet(others.stream().filter(other -> !now.containsKey(other.id())).toList());
      }
      exchange.receive(round);
      channel.mix(round, estimate);
      round++;
    }

    private void meet(List<Neighbour> neighbours) {
      endpoint.follow(neighbours.stream().map(Neighbour::id).toList());
      exchange.meet(neighbours);
    }
  }
}
