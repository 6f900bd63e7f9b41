package org.limbeck.engine.device;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
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
import org.limbeck.engine.experiment.Trigger;
import org.limbeck.engine.network.Frame;
import org.limbeck.engine.network.MalformedFrameException;

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
   */
  record Means(
      Codec codec,
      Trigger trigger,
      boolean valuesOnly,
      CopySource fresh,
      Optional<Server> server) {}

  private final Means means;
  private final Station station;
  private final Supplier<Workspace> workspace;
  private final Mailer mailer;
  private final List<ChannelEnd> channels = new ArrayList<>();
  private final List<PeerChannel> peerChannels = new ArrayList<>();
  private final List<ServerEnd> serverEnds = new ArrayList<>();
  private final Frame frame = new Frame();
  private long payloadReceived;
  private long frameReceived;
  private Traffic sentBefore = Traffic.NONE;
  private Traffic receivedBefore = Traffic.NONE;

  /** There while the device joins; not kept, as it may hold on to former devices. */
  private CopySource copies;

  Exchange(
      String device,
      Means means,
      Station station,
      CopySource copies,
      Supplier<Workspace> workspace) {
    this.means = means;
    this.station = station;
    this.workspace = workspace;
    this.mailer = new Mailer(device, station.link());
    this.copies = copies;
  }

  Channel open(int rows, int width, RowSelection selection, Coding coding) {
    requireJoining();
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
            values ? means.fresh() : copies,
            workspace);
    channels.add(channel);
    peerChannels.add(channel);
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
          "it sends differences to a server, and the codec cannot encode them: choose another codec");
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
    for (ByteBuffer bytes = poll(); bytes != null; bytes = poll()) {
      receive(bytes);
      station.inbox().recycle(bytes);
    }
    for (ServerEnd end : serverEnds) {
      if (end.isAnswered(round)) {
        payloadReceived += end.answerBytes();
        frameReceived += Frame.size(Server.ID.length(), end.answerBytes());
      }
    }
  }

  /** Sends a snapshot to a device that has just joined. */
  void send(Snapshot snapshot, String newcomer, int rows, int classes, long round) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Frame.size(mailer.sender().length, Snapshot.maxBytes(rows, classes)));
    Frame.begin(bytes, mailer.sender(), Snapshot.CHANNEL, 0, round);
    int payload = bytes.position();
    snapshot.encode(bytes);
    int payloadBytes = bytes.position() - payload;
    frame.end(bytes, mailer.sender().length);
    mailer.send(List.of(newcomer), bytes, payloadBytes);
  }

  /** Takes in the snapshots that have arrived, in the order of arrival. */
  List<Snapshot> receiveSnapshots(int rows, int classes) {
    List<Snapshot> snapshots = new ArrayList<>();
    for (ByteBuffer bytes = poll(); bytes != null; bytes = poll()) {
      try {
        read(bytes);
        snapshots.add(Snapshot.decode(frame.payload(), rows, classes));
      } catch (MalformedFrameException e) {
        throw new IllegalStateException(mailer.device() + ": " + e.getMessage(), e);
      }
    }
    return snapshots;
  }

  List<ChannelEnd> channels() {
    return channels;
  }

  Unreported unreported() {
    return new Unreported(mailer.sent().minus(sentBefore), received().minus(receivedBefore));
  }

  /** Returns the traffic since this was last asked. */
  Unreported report() {
    Unreported traffic = unreported();
    sentBefore = mailer.sent();
    receivedBefore = received();
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
    }
  }

  private void connect(List<Neighbour> neighbours, CopySource source) {
    mailer.connect(neighbours);
    for (PeerChannel channel : peerChannels) {
      channel.connect(neighbours, channel.encodesValues() ? means.fresh() : source);
    }
  }

  private void requireJoining() {
    if (copies == null) {
      throw new IllegalStateException("a device opens its channels while it joins");
    }
  }

  private Traffic received() {
    return new Traffic(payloadReceived, frameReceived);
  }

  private ByteBuffer poll() {
    return station.inbox().poll();
  }

  private void receive(ByteBuffer bytes) {
    try {
      read(bytes);
      if (frame.channel() >= channels.size()
          || !(channels.get(frame.channel()) instanceof PeerChannel channel)) {
        throw new MalformedFrameException("there is no channel " + frame.channel());
      }
      channel.receive(frame);
    } catch (MalformedFrameException e) {
      throw new IllegalStateException(mailer.device() + ": " + e.getMessage(), e);
    }
  }

  private void read(ByteBuffer bytes) throws MalformedFrameException {
    frame.read(bytes);
    payloadReceived += frame.payloadBytes();
    frameReceived += frame.frameBytes();
  }
}
