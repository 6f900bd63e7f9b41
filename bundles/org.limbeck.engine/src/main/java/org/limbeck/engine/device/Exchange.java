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
import org.limbeck.engine.channel.ChannelEnd;
import org.limbeck.engine.channel.CopySource;
import org.limbeck.engine.channel.Gatekeeper;
import org.limbeck.engine.channel.Mailbox;
import org.limbeck.engine.channel.Mailer;
import org.limbeck.engine.channel.Neighbour;
import org.limbeck.engine.channel.PeerChannel;
import org.limbeck.engine.channel.Range;
import org.limbeck.engine.channel.RowCodec;
import org.limbeck.engine.channel.Server;
import org.limbeck.engine.channel.ServerEnd;
import org.limbeck.engine.channel.ServerMean;
import org.limbeck.engine.channel.Snapshot;
import org.limbeck.engine.channel.Workspace;
import org.limbeck.engine.experiment.Trigger;
import org.limbeck.engine.flow.FlowChannel;
import org.limbeck.engine.network.Envelope;
import org.limbeck.engine.network.Frame;
import org.limbeck.engine.network.MalformedFrameException;
import org.limbeck.engine.security.KeyRing;

/** All that a device sends and receives: its channels, and the count of their bytes. */
final class Exchange {

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
  record Means(
      Codec codec,
      Trigger trigger,
      boolean valuesOnly,
      CopySource fresh,
      Optional<Server> server,
      Optional<Flows> flows,
      Optional<KeyRing> keys) {}

  /**
   * How devices exchange that do not wait for each other.
   *
   * @param conserved whether the aggregation rule conserves the sum
   * @param leastIncarnation the least number for a life of a device that begins now
   */
  record Flows(boolean conserved, long leastIncarnation) {}

  private final Means means;
  private final Station station;
  private final Supplier<Workspace> workspace;
  private final Mailer mailer;
  private final List<ChannelEnd> channels = new ArrayList<>();
  private final List<PeerChannel> peerChannels = new ArrayList<>();
  private final List<FlowChannel> flowChannels = new ArrayList<>();
  private final Silence silence = new Silence(System::nanoTime);
  private final List<ServerEnd> serverEnds = new ArrayList<>();
  private final Gatekeeper gatekeeper;
  private final Mailbox mailbox;
  private final Turns turns;
  private Traffic sentBefore = Traffic.NONE;
  private Traffic receivedBefore = Traffic.NONE;

  /** There while the device joins; not kept, as it may hold on to former devices. */
  private CopySource copies;

  Exchange(
      Envelope envelope,
      Means means,
      Station station,
      CopySource copies,
      Supplier<Workspace> workspace) {
    this.means = means;
    this.station = station;
    this.workspace = workspace;
    this.gatekeeper = new Gatekeeper(envelope, means.keys(), System::nanoTime);
    Frame signed = new Frame(means.keys().map(keys -> keys.signer(envelope.device())));
    this.mailer = new Mailer(envelope, signed, station.link());
    this.mailbox = new Mailbox(station.inbox(), gatekeeper);
    this.turns = new Turns(mailbox, envelope.device());
    this.copies = copies;
  }

  Channel open(int rows, int width, RowSelection selection, Coding coding, Range range) {
    requireJoining();
    if (means.flows().isPresent()) {
      return openFlow(rows, width, selection, means.flows().get());
    }
    boolean values = means.valuesOnly() || coding == Coding.VALUES;
    RowCodec codec = new RowCodec(means.codec(), values ? Trigger.NONE : means.trigger());
    PeerChannel channel =
        new PeerChannel(
            new PeerChannel.Ends(mailer, codec, station.transport().isImmediate()),
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
    FlowChannel channel =
        new FlowChannel(
            channels.size(),
            mailer,
            new RowCodec(means.codec(), means.trigger()),
            flows.conserved(),
            rows,
            width,
            selection,
            copies,
            flows.leastIncarnation(),
            workspace,
            gatekeeper);
    channels.add(channel);
    flowChannels.add(channel);
    return channel;
  }

  ServerChannel openServer(int rows, int width, RowSelection selection, double weight) {
    requireJoining();
    Server server =
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
    ServerMean mean =
        server.mean(serverEnds.size(), () -> copies.copy(number, Server.ID, rows, width));
    ServerMean.Buffers.Sizes sizes =
        new ServerMean.Buffers.Sizes(rows, width, means.codec().maxBytes(rows, width));
    ServerEnd end =
        new ServerEnd(number, mailer, means.codec(), sizes, selection, weight, mean, workspace);
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
    } else if (station.transport().isImmediate()) {
      deliver();
    } else {
      turns.receive(round, peerChannels);
    }
    for (ServerEnd end : serverEnds) {
      if (end.isAnswered(round)) {
        mailbox.count(end.answerBytes(), Frame.size(Server.ID.length(), end.answerBytes()));
      }
    }
  }

  /**
   * Waits until all frames of a round have arrived.
   *
   * @throws SilenceException if some have not after so long
   */
  void await(long round, Duration patience) throws InterruptedException {
    turns.await(round, patience, peerChannels);
  }

  /**
   * Returns whether the device is ahead of all whom it exchanges with, some of whom have rounds
   * left, and nothing has come.
   */
  boolean isAhead() {
    return mailbox.size() == 0
        && flowChannels.stream().anyMatch(FlowChannel::isAhead)
        && !station.inbox().roster().haveFinished(mailer.neighbours());
  }

  /**
   * Waits until something arrives, unless nothing has for too long.
   *
   * @param deadline until when, as {@link System#nanoTime} has it
   * @param patience how long a silence is borne
   */
  void awaitNews(long deadline, Duration patience) throws InterruptedException {
    silence.await(mailbox::awaitArrival, deadline, patience);
  }

  /** Sends a snapshot to a device that has just joined. */
  void send(Snapshot snapshot, String newcomer, int rows, int classes, long round) {
    ByteBuffer bytes = ByteBuffer.allocate(mailer.frameBytes(Snapshot.maxBytes(rows, classes)));
    Frame.begin(bytes, mailer.envelope(), Frame.SNAPSHOT, Frame.EXPLICIT_ROWS, 0, 0, round);
    int payload = bytes.position();
    snapshot.encode(bytes);
    int payloadBytes = bytes.position() - payload;
    mailer.end(bytes);
    mailer.send(List.of(newcomer), bytes, payloadBytes);
  }

  /** Takes in the snapshots that have arrived, in the order of arrival. */
  List<Snapshot> receiveSnapshots(int rows, int classes) {
    List<Snapshot> snapshots = new ArrayList<>();
    for (ByteBuffer bytes = mailbox.poll(); bytes != null; bytes = mailbox.poll()) {
      try {
        Frame frame = mailbox.read(bytes);
        if (frame.kind() != Frame.SNAPSHOT) {
          throw new MalformedFrameException(
              "a snapshot is due, and kind " + frame.kind() + " came");
        }
        snapshots.add(Snapshot.decode(frame.payload(), rows, classes));
      } catch (MalformedFrameException e) {
        throw failed(e);
      }
    }
    return snapshots;
  }

  /** Returns a number that depends on which rows all channels select in a good many rounds. */
  long selectionsTag() {
    return flowChannels.stream()
        .mapToLong(FlowChannel::selectionsTag)
        .reduce(1, (a, b) -> 31 * a + b);
  }

  List<ChannelEnd> channels() {
    return channels;
  }

  Unreported unreported() {
    return new Unreported(
        mailer.sent().minus(sentBefore), mailbox.received().minus(receivedBefore));
  }

  /** Returns the traffic since this was last asked. */
  Unreported report() {
    Unreported traffic = unreported();
    sentBefore = mailer.sent();
    receivedBefore = mailbox.received();
    return traffic;
  }

  /** Takes over what another object has not reported yet. */
  void reportsFor(Unreported traffic) {
    sentBefore = sentBefore.minus(traffic.sent());
    receivedBefore = receivedBefore.minus(traffic.received());
  }

  /** Writes the public copies of all channels, for {@link SavedCopies}. */
  void save(DataOutput out) throws IOException {
    out.writeInt(channels.size());
    for (ChannelEnd channel : channels) {
      channel.save(out);
      byte[] more = DeviceState.bytes(channel::saveMore);
      out.writeInt(more.length);
      out.write(more);
    }
  }

  private void connect(List<Neighbour> neighbours, CopySource source) {
    mailer.connect(neighbours);
    flowChannels.forEach(channel -> channel.connect(neighbours));
    for (PeerChannel channel : peerChannels) {
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
    if (mailbox.size() > 0) {
      silence.end();
    }
    for (int due = mailbox.size(); due > 0; due--) {
      ByteBuffer bytes = mailbox.poll();
      if (mailbox.admits(bytes)) {
        mailbox.count();
        for (FlowChannel channel : flowChannels) {
          if (channel.number() == mailbox.frame().channel()) {
            channel.arrive(mailbox.frame(), bytes);
          }
        }
      }
      mailbox.recycle(bytes);
    }
  }

  private void deliver() {
    for (ByteBuffer bytes = mailbox.poll(); bytes != null; bytes = mailbox.poll()) {
      try {
        Frame frame = mailbox.read(bytes);
        PeerChannel.addressed(frame, peerChannels).receive(frame);
      } catch (MalformedFrameException e) {
        throw failed(e);
      }
      mailbox.recycle(bytes);
    }
  }

  private IllegalStateException failed(MalformedFrameException e) {
    return new IllegalStateException(mailer.device() + ": " + e.getMessage(), e);
  }
}
