package org.limbeck.engine.device;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.api.algorithm.Scratch;
import org.limbeck.api.algorithm.ServerChannel;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.engine.network.Frame;
import org.limbeck.engine.network.MalformedFrameException;
import org.limbeck.engine.random.Streams;

/**
 * A device at work: its model, its data, its place in the network, and the part that it plays in
 * the algorithm. Used by one thread at a time; only its inbox is open to all. When the wiring
 * changes, a new one takes over what it keeps.
 */
public final class DeviceRuntime implements Device, AutoCloseable {

  /**
   * What a device is made of.
   *
   * @param id the id
   * @param classes the number of classes K
   * @param model the model; closed with the device
   * @param data the private rows
   * @param reference the reference rows
   * @param estimate the estimate of the mean soft decisions
   * @param training how much it trains in a round
   * @param codec how it encodes what it sends
   * @param streams the random streams of the run
   */
  public record Parts(
      String id,
      int classes,
      Model model,
      PrivateRows data,
      ReferenceDataset reference,
      Estimate estimate,
      Training training,
      Codec codec,
      Streams streams) {}

  private final Parts parts;
  private final Station station;
  private final Mailer mailer;
  private final DifferenceChannel.Ends ends;
  private final List<DifferenceChannel> channels = new ArrayList<>();
  private final Participant participant;
  private final Frame frame = new Frame();
  private final Losses losses = new Losses();
  private long payloadReceived;
  private long frameReceived;
  private Traffic sentBefore = Traffic.NONE;
  private Traffic receivedBefore = Traffic.NONE;

  /** There while the device joins; not kept, as it may hold on to former devices. */
  private CopySource copies;

  /** There while the device begins or finishes a round. */
  private Workspace workspace;

  DeviceRuntime(
      Parts parts,
      List<Neighbour> neighbours,
      Station station,
      CopySource copies,
      Algorithm algorithm) {
    this.parts = parts;
    this.station = station;
    this.mailer = new Mailer(parts.id(), station.link(), neighbours);
    this.ends =
        new DifferenceChannel.Ends(
            mailer, neighbours, parts.codec(), station.transport().isImmediate());
    this.copies = copies;
    this.participant = algorithm.join(this);
    this.copies = null;
  }

  /** Begins a round: the device computes and sends. */
  public void begin(long round, Workspace scratch) {
    workspace = scratch;
    losses.reset();
    participant.begin(round);
    workspace = null;
  }

  /**
   * Finishes a round: the device reads what has arrived, and trains.
   *
   * @throws IllegalStateException if a frame arrived that is not what a neighbour should have sent
   */
  public void finish(long round, Workspace scratch) {
    workspace = scratch;
    for (ByteBuffer bytes = poll(); bytes != null; bytes = poll()) {
      receive(bytes);
      station.inbox().recycle(bytes);
    }
    participant.finish(round, losses);
    workspace = null;
  }

  /** Returns what the device did since this was last asked. */
  public DeviceRound report() {
    Unreported traffic = unreported();
    sentBefore = mailer.sent();
    receivedBefore = received();
    return new DeviceRound(
        parts.id(), losses.local(), losses.distillation(), traffic.sent(), traffic.received());
  }

  /** Takes over what another device object has not reported yet. */
  public void reportsFor(DeviceRuntime former) {
    reportsFor(former.unreported());
  }

  void reportsFor(Unreported traffic) {
    sentBefore = sentBefore.minus(traffic.sent());
    receivedBefore = receivedBefore.minus(traffic.received());
  }

  Unreported unreported() {
    return new Unreported(mailer.sent().minus(sentBefore), received().minus(receivedBefore));
  }

  /** Returns the part that the device plays in the algorithm. */
  public Participant participant() {
    return participant;
  }

  /** Sends all of the estimate to a neighbour that has just joined. */
  void sendSnapshot(String newcomer, long round) {
    int rows = parts.reference().rows();
    ByteBuffer bytes =
        ByteBuffer.allocate(
            Frame.size(mailer.sender().length, Snapshot.maxBytes(rows, parts.classes())));
    Frame.begin(bytes, mailer.sender(), Snapshot.CHANNEL, 0, round);
    int payload = bytes.position();
    Snapshot.of(parts.estimate(), rows, parts.classes()).encode(bytes);
    int payloadBytes = bytes.position() - payload;
    frame.end(bytes, mailer.sender().length);
    mailer.send(List.of(newcomer), bytes, payloadBytes);
  }

  /** Takes in the snapshots that have arrived, in the order of arrival. */
  List<Snapshot> receiveSnapshots() {
    List<Snapshot> snapshots = new ArrayList<>();
    for (ByteBuffer bytes = poll(); bytes != null; bytes = poll()) {
      try {
        read(bytes);
        snapshots.add(Snapshot.decode(frame.payload(), parts.reference().rows(), parts.classes()));
      } catch (MalformedFrameException e) {
        throw new IllegalStateException(parts.id() + ": " + e.getMessage(), e);
      }
    }
    return snapshots;
  }

  @Override
  public String id() {
    return parts.id();
  }

  @Override
  public Model model() {
    return parts.model();
  }

  @Override
  public int classes() {
    return parts.classes();
  }

  @Override
  public LabelledRows data() {
    return parts.data();
  }

  @Override
  public ReferenceDataset reference() {
    return parts.reference();
  }

  @Override
  public Estimate estimate() {
    return parts.estimate();
  }

  @Override
  public Training training() {
    return parts.training();
  }

  @Override
  public Channel open(int rows, int width, RowSelection selection, Coding coding) {
    if (copies == null) {
      throw new IllegalStateException("a device opens its channels while it joins");
    }
    DifferenceChannel channel =
        new DifferenceChannel(
            ends, channels.size(), rows, width, selection, copies, this::workspace);
    channels.add(channel);
    return channel;
  }

  @Override
  public ServerChannel openServer(int rows, int width, RowSelection selection, double weight) {
    throw new IllegalArgumentException("devices have no server on this transport");
  }

  @Override
  public RandomGenerator stream(String purpose, long round) {
    return parts.streams().of(purpose, parts.id(), round);
  }

  @Override
  public RandomGenerator sharedStream(String purpose, long round) {
    return parts.streams().shared(purpose, round);
  }

  @Override
  public <T> T scratch(Scratch<T> kind) {
    return workspace().scratch(kind);
  }

  @Override
  public void close() {
    release(true, true);
  }

  /** Returns the numbers of the private rows among all that were divided: not a copy. */
  public int[] privateRows() {
    return parts.data().chosen();
  }

  /** Returns the device's place on the transport. */
  public Station station() {
    return station;
  }

  /** Returns whether another device object stands at the same place on the transport. */
  public boolean sharesStation(DeviceRuntime other) {
    return station.link() == other.station.link();
  }

  /** Closes what no other device object has taken over. */
  public void release(boolean closeStation, boolean closeModel) {
    if (closeStation) {
      station.close();
    }
    if (closeModel) {
      parts.model().close();
    }
  }

  List<DifferenceChannel> channels() {
    return channels;
  }

  /** Writes the public copies of all channels, for {@link SavedCopies}. */
  void saveChannels(DataOutput out) throws IOException {
    out.writeInt(channels.size());
    for (DifferenceChannel channel : channels) {
      channel.save(out);
    }
  }

  private Workspace workspace() {
    if (workspace == null) {
      throw new IllegalStateException("buffers are there while a round begins or finishes");
    }
    return workspace;
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
      if (frame.channel() >= channels.size()) {
        throw new MalformedFrameException("there is no channel " + frame.channel());
      }
      channels.get(frame.channel()).receive(frame);
    } catch (MalformedFrameException e) {
      throw new IllegalStateException(parts.id() + ": " + e.getMessage(), e);
    }
  }

  private void read(ByteBuffer bytes) throws MalformedFrameException {
    frame.read(bytes);
    payloadReceived += frame.payloadBytes();
    frameReceived += frame.frameBytes();
  }
}
