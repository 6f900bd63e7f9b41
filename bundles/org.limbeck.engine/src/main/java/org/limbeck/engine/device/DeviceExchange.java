package org.limbeck.engine.device;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.api.algorithm.ServerChannel;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.event.Traffic;
import org.limbeck.exchange.async.AsyncChannel;
import org.limbeck.exchange.async.IdleTimeout;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.ExchangeChannel;
import org.limbeck.exchange.channel.PublicCopySource;
import org.limbeck.exchange.channel.RowCodec;
import org.limbeck.exchange.channel.SavedCopies;
import org.limbeck.exchange.channel.SerializedState;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FrameFilter;
import org.limbeck.exchange.endpoint.FrameReceiver;
import org.limbeck.exchange.endpoint.FrameSender;
import org.limbeck.exchange.endpoint.PendingTraffic;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.lockstep.LockStepChannel;
import org.limbeck.exchange.lockstep.PeerTimeoutException;
import org.limbeck.exchange.lockstep.RoundReceiver;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.exchange.server.AveragingServer;
import org.limbeck.exchange.server.AveragingServerChannel;
import org.limbeck.exchange.server.ServerAverage;
import org.limbeck.exchange.snapshot.EstimateSnapshot;

/** All that a device sends and receives: its channels, and the count of their bytes. */
public final class DeviceExchange {

  /**
   * What a device exchanges by.
   *
   * @param codec what encodes values
   * @param trigger which rows of differences are sent
   * @param valuesOnly whether frames to neighbours encode values, whatever the algorithm asks for
   * @param fresh where channels that encode values get their copies
   * @param server the server; empty if there can be none
   * @param flows how devices exchange that do not wait; empty if they are in step
   * @param keys what frames are signed and checked with; empty if they are not
   */
  public record Means(
      Codec codec,
      EventTrigger trigger,
      boolean valuesOnly,
      PublicCopySource fresh,
      Optional<AveragingServer> server,
      Optional<Flows> flows,
      Optional<KeyRing> keys) {}

  /**
   * How devices exchange that do not wait for each other.
   *
   * @param conserved whether the aggregation rule conserves the sum
   * @param leastIncarnation the least number for a life of a device that begins now
   */
  public record Flows(boolean conserved, long leastIncarnation) {}

  private final Means means;
  private final Endpoint endpoint;
  private final Supplier<Workspace> workspace;
  private final FrameSender frameSender;
  private final List<ExchangeChannel> channels = new ArrayList<>();
  private final List<LockStepChannel> peerChannels = new ArrayList<>();
  private final List<AsyncChannel> flowChannels = new ArrayList<>();
  private final IdleTimeout idleTimeout = new IdleTimeout(System::nanoTime);
  private final List<AveragingServerChannel> serverEnds = new ArrayList<>();
  private final FrameFilter frameFilter;
  private final FrameReceiver frameReceiver;
  private final RoundReceiver roundReceiver;
  private Traffic sentBefore = Traffic.NONE;
  private Traffic receivedBefore = Traffic.NONE;

  /** There while the device joins; not kept, as it may hold on to former devices. */
  private PublicCopySource copies;

  DeviceExchange(
      Envelope envelope,
      Means means,
      Endpoint endpoint,
      PublicCopySource copies,
      Supplier<Workspace> workspace) {
    this.means = means;
    this.endpoint = endpoint;
    this.workspace = workspace;
    this.frameFilter = new FrameFilter(envelope, means.keys(), System::nanoTime);
    Frame signed = new Frame(means.keys().map(keys -> keys.signer(envelope.device())));
    this.frameSender = new FrameSender(envelope, signed, endpoint.link());
    this.frameReceiver = new FrameReceiver(endpoint.inbox(), frameFilter);
    this.roundReceiver = new RoundReceiver(frameReceiver, envelope.device());
    this.copies = copies;
  }

  Channel open(int rows, int width, RowSelection selection, Coding coding, ValueRange range) {
    requireJoining();
    if (means.flows().isPresent()) {
      return openFlow(rows, width, selection, means.flows().get());
    }
    boolean values = means.valuesOnly() || coding == Coding.VALUES;
    RowCodec codec = new RowCodec(means.codec(), values ? EventTrigger.NONE : means.trigger());
    LockStepChannel channel =
        new LockStepChannel(
            new LockStepChannel.Ends(frameSender, codec, endpoint.transport().isImmediate()),
            channels.size(),
            rows,
            width,
            selection,
            values ? Coding.VALUES : Coding.DIFFERENCES,
            range,
            values ? means.fresh() : copies,
            workspace);
    channels.add(channel);
    peerChannels.add(channel);
    return channel;
  }

  private Channel openFlow(int rows, int width, RowSelection selection, Flows flows) {
    AsyncChannel channel =
        new AsyncChannel(
            channels.size(),
            frameSender,
            new RowCodec(means.codec(), means.trigger()),
            flows.conserved(),
            rows,
            width,
            selection,
            copies,
            flows.leastIncarnation(),
            workspace,
            frameFilter);
    channels.add(channel);
    flowChannels.add(channel);
    return channel;
  }

  ServerChannel openServer(int rows, int width, RowSelection selection, double weight) {
    requireJoining();
    AveragingServer server =
        means
            .server()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "it needs a server, and there is one only where all devices are in one"
                            + " process: use transport in-process"));
    if (!means.codec().codesDifferences()) {
      throw new IllegalArgumentException(
          "it sends differences to a server, and the codec cannot encode them: choose another"
              + " codec");
    }
    int number = channels.size();
    ServerAverage mean =
        server.mean(serverEnds.size(), () -> copies.copy(number, AveragingServer.ID, rows, width));
    ServerAverage.Buffers.Sizes sizes =
        new ServerAverage.Buffers.Sizes(rows, width, means.codec().maxBytes(rows, width));
    AveragingServerChannel end =
        new AveragingServerChannel(
            number, frameSender, means.codec(), sizes, selection, weight, mean, workspace);
    channels.add(end);
    serverEnds.add(end);
    return end;
  }

  /** Ends the time of joining, and leads to these neighbours. */
  void join(List<Neighbour> neighbours) {
    connect(neighbours, copies);
    copies = null;
  }

  /** Leads to these neighbours in a round; all channels encode values then. */
  void meet(List<Neighbour> neighbours) {
    connect(neighbours, means.fresh());
  }

  /**
   * Takes in what has arrived for a round.
   *
   * @throws IllegalStateException if a frame arrived that is not what a neighbour should have sent
   */
  void receive(long round) {
    if (means.flows().isPresent()) {
      route();
    } else if (endpoint.transport().isImmediate()) {
      deliver();
    } else {
      roundReceiver.receive(round, peerChannels);
    }
    for (AveragingServerChannel end : serverEnds) {
      if (end.isAnswered(round)) {
        frameReceiver.count(
            end.answerBytes(), Frame.size(AveragingServer.ID.length(), end.answerBytes()));
      }
    }
  }

  /**
   * Waits until all frames of a round have arrived.
   *
   * @throws PeerTimeoutException if some have not after so long
   */
  void await(long round, Duration patience) throws InterruptedException {
    roundReceiver.await(round, patience, peerChannels);
  }

  /**
   * Returns whether the device is ahead of all whom it exchanges with, some of whom have rounds
   * left, and nothing has come.
   */
  boolean isAhead() {
    return frameReceiver.size() == 0
        && flowChannels.stream().anyMatch(AsyncChannel::isAhead)
        && !endpoint.inbox().announcements().haveFinished(frameSender.neighbours());
  }

  /**
   * Waits until something arrives, unless nothing has for too long.
   *
   * @param deadline until when, as {@link System#nanoTime} has it
   * @param patience how long a silence is borne
   */
  void awaitNews(long deadline, Duration patience) throws InterruptedException {
    idleTimeout.await(frameReceiver::awaitArrival, deadline, patience);
  }

  /** Sends a snapshot to a device that has just joined. */
  void send(EstimateSnapshot snapshot, String newcomer, int rows, int classes, long round) {
    ByteBuffer bytes =
        ByteBuffer.allocate(frameSender.frameBytes(EstimateSnapshot.maxBytes(rows, classes)));
    Frame.begin(bytes, frameSender.envelope(), Frame.SNAPSHOT, Frame.EXPLICIT_ROWS, 0, 0, round);
    int payload = bytes.position();
    snapshot.encode(bytes);
    int payloadBytes = bytes.position() - payload;
    frameSender.end(bytes);
    frameSender.send(List.of(newcomer), bytes, payloadBytes);
  }

  /** Takes in the snapshots that have arrived, in the order of arrival. */
  List<EstimateSnapshot> receiveSnapshots(int rows, int classes) {
    List<EstimateSnapshot> snapshots = new ArrayList<>();
    for (ByteBuffer bytes = frameReceiver.poll(); bytes != null; bytes = frameReceiver.poll()) {
      try {
        Frame frame = frameReceiver.read(bytes);
        if (frame.kind() != Frame.SNAPSHOT) {
          throw new MalformedFrameException(
              "a snapshot is due, and kind " + frame.kind() + " came");
        }
        snapshots.add(EstimateSnapshot.decode(frame.payload(), rows, classes));
      } catch (MalformedFrameException e) {
        throw failed(e);
      }
    }
    return snapshots;
  }

  /** Returns a number that depends on which rows all channels select in a good many rounds. */
  long selectionsTag() {
    return flowChannels.stream()
        .mapToLong(AsyncChannel::selectionsTag)
        .reduce(1, (a, b) -> 31 * a + b);
  }

  List<ExchangeChannel> channels() {
    return channels;
  }

  PendingTraffic pendingTraffic() {
    return new PendingTraffic(
        frameSender.sent().minus(sentBefore), frameReceiver.received().minus(receivedBefore));
  }

  /** Returns the traffic since this was last asked. */
  PendingTraffic report() {
    PendingTraffic traffic = pendingTraffic();
    sentBefore = frameSender.sent();
    receivedBefore = frameReceiver.received();
    return traffic;
  }

  /** Takes over what another object has not reported yet. */
  void reportsFor(PendingTraffic traffic) {
    sentBefore = sentBefore.minus(traffic.sent());
    receivedBefore = receivedBefore.minus(traffic.received());
  }

  /** Writes the public copies of all channels, for {@link SavedCopies}. */
  void save(DataOutput out) throws IOException {
    out.writeInt(channels.size());
    for (ExchangeChannel channel : channels) {
      channel.save(out);
      byte[] more = SerializedState.of(channel::saveMore);
      out.writeInt(more.length);
      out.write(more);
    }
  }

  private void connect(List<Neighbour> neighbours, PublicCopySource source) {
    frameSender.connect(neighbours);
    flowChannels.forEach(channel -> channel.connect(neighbours));
    for (LockStepChannel channel : peerChannels) {
      channel.connect(neighbours, channel.encodesValues() ? means.fresh() : source);
    }
  }

  private void requireJoining() {
    if (copies == null) {
      throw new IllegalStateException("a device opens its channels while it joins");
    }
  }

  /** Brings what has arrived so far to the channels; what is refused changes nothing. */
  private void route() {
    if (frameReceiver.size() > 0) {
      idleTimeout.end();
    }
    for (int due = frameReceiver.size(); due > 0; due--) {
      ByteBuffer bytes = frameReceiver.poll();
      if (frameReceiver.admits(bytes)) {
        frameReceiver.count();
        for (AsyncChannel channel : flowChannels) {
          if (channel.number() == frameReceiver.frame().channel()) {
            channel.arrive(frameReceiver.frame(), bytes);
          }
        }
      }
      frameReceiver.recycle(bytes);
    }
  }

  private void deliver() {
    for (ByteBuffer bytes = frameReceiver.poll(); bytes != null; bytes = frameReceiver.poll()) {
      try {
        Frame frame = frameReceiver.read(bytes);
        LockStepChannel.addressed(frame, peerChannels).receive(frame);
      } catch (MalformedFrameException e) {
        throw failed(e);
      }
      frameReceiver.recycle(bytes);
    }
  }

  private IllegalStateException failed(MalformedFrameException e) {
    return new IllegalStateException(frameSender.device() + ": " + e.getMessage(), e);
  }
}
