package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.aggregation.TrackingMean;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.transport.Transport;
import org.limbeck.codecs.Float32;
import org.limbeck.exchange.channel.ChannelSpec;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.discovery.PeerPresence;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FrameFilter;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.endpoint.FrameReceiver;
import org.limbeck.exchange.endpoint.FrameSender;
import org.limbeck.exchange.endpoint.InProcessTransport;
import org.limbeck.exchange.endpoint.RefusalLog;
import org.limbeck.exchange.endpoint.TrafficCounter;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.security.FrameSigner;
import org.limbeck.exchange.security.FrameVerifier;
import org.limbeck.exchange.state.ChannelStates;

/**
 * Two devices that come to know their mean, and a third party that hears and says what it wants.
 */
final class AttackedPair {
  private static final int ROWS = 8;
  private static final int BATCH = 4;
  private static final int CLASSES = 3;
  private static final int HEARD = 200;

  private final Transport transport = new InProcessTransport();
  private final List<byte[]> heard = new ArrayList<>();
  private final List<Member> members;

  /** What the third party says, given what it has heard. */
  @FunctionalInterface
  interface Attack {
    byte[] next(List<byte[]> heard);
  }

  AttackedPair(boolean signed) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    KeyPair first = generator.generateKeyPair();
    KeyPair second = generator.generateKeyPair();
    members =
        signed
            ? List.of(
                new Member(0, Optional.of(first), Optional.of(second)),
                new Member(1, Optional.of(second), Optional.of(first)))
            : List.of(
                new Member(0, Optional.empty(), Optional.empty()),
                new Member(1, Optional.empty(), Optional.empty()));
  }

  /** Lets so many rounds pass, with so many frames of the third party to each device in each. */
  void run(int rounds, int frames, Attack attack) {
    for (int round = 0; round < rounds; round++) {
      members.forEach(Member::begin);
      for (int i = 0; i < frames && !heard.isEmpty(); i++) {
        for (Member member : members) {
          member.endpoint.inbox().frame(ByteBuffer.wrap(attack.next(heard)));
        }
      }
      members.forEach(Member::finish);
    }
  }

  /** Returns the greatest distance of a value of an estimate from the mean. */
  double error() {
    double worst = 0;
    for (Member member : members) {
      float[] z = new float[CLASSES];
      for (int i = 0; i < ROWS * CLASSES; i++) {
        double mean =
            (members.get(0).decisions.values()[i] + members.get(1).decisions.values()[i]) / 2;
        boolean known = member.estimate.read(i / CLASSES, z, 0);
        worst = Math.max(worst, known ? Math.abs(z[i % CLASSES] - mean) : 1);
      }
    }
    return worst;
  }

  private void hear(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(bytes.position(), copy);
    heard.add(copy);
    if (heard.size() > HEARD) {
      heard.remove(0);
    }
  }

  private final class Member {
    final Endpoint endpoint;
    final Estimate estimate = new TrackingMean().open(ROWS, CLASSES);
    final SteadyDecisions decisions;
    private final Optional<FrameVerifier> verifier;
    private final AsyncChannel channel;
    private final Frame frame = new Frame();
    private long round;

    Member(int place, Optional<KeyPair> own, Optional<KeyPair> other) {
      decisions = SteadyDecisions.drawn(place, ROWS, CLASSES, BATCH);
      verifier = other.map(keys -> new FrameVerifier(keys.getPublic()));
      String id = "device-" + place;
      endpoint =
          Endpoint.open(transport, id, Optional.empty(), new RefusalLog())
              .follow(List.of("device-" + (1 - place)));
      Envelope envelope = Envelope.of("test", id, new byte[32], "float32");
      FrameWriter writer = new FrameWriter(own.map(keys -> new FrameSigner(keys.getPrivate())));
      FrameSender frameSender =
          new FrameSender(envelope, writer, Optional.empty(), endpoint.link());
      FrameFilter frameFilter =
          new FrameFilter(
              envelope,
              Optional.empty(),
              endpoint.quarantine(),
              new RefusalLog(),
              System::nanoTime);
      FrameReceiver frameReceiver = new FrameReceiver(endpoint.inbox(), frameFilter);
      FramePort port =
          new FramePort(
              endpoint,
              frameSender,
              frameFilter,
              frameReceiver,
              new TrafficCounter(frameSender, frameReceiver));
      Workspace workspace = new Workspace();
      TriggeredCodec codec = new TriggeredCodec(new Float32(), EventTrigger.NONE);
      channel =
          new AsyncChannel(
              new AsyncChannel.Ends(port, codec, true, 1, PeerPresence.ALWAYS),
              new ChannelSpec(0, ROWS, CLASSES, decisions.selection()),
              ChannelStates.NONE,
              () -> workspace);
      List<Neighbour> neighbours = List.of(new Neighbour("device-" + (1 - place), 0.5f));
      frameSender.connect(neighbours);
      channel.connect(neighbours);
    }

    void begin() {
      decisions.send(round, channel, estimate);
    }

    void finish() {
      for (ByteBuffer bytes = endpoint.inbox().poll();
          bytes != null;
          bytes = endpoint.inbox().poll()) {
        receive(bytes);
        endpoint.inbox().recycle(bytes);
      }
      channel.mix(round, estimate);
      round++;
    }

    private void receive(ByteBuffer bytes) {
      try {
        frame.read(bytes);
        if (verifier.isEmpty() || frame.isSignedBy(verifier.get())) {
          hear(bytes);
          channel.arrive(frame, bytes);
        }
      } catch (MalformedFrameException e) {
        // It is let go, as AsyncExchange does.
      }
    }
  }
}
