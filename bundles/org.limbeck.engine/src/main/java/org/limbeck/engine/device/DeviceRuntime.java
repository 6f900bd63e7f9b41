package org.limbeck.engine.device;

import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.ForwardingDevice;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.PrivacyGuarantee;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.engine.privacy.PrivacyAccountant;
import org.limbeck.exchange.DeviceExchange;
import org.limbeck.exchange.ExchangeProtocol;
import org.limbeck.exchange.channel.ExchangeChannel;
import org.limbeck.exchange.channel.PlannedFrame;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.endpoint.PendingTraffic;
import org.limbeck.exchange.lockstep.PeerTimeoutException;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.random.RandomStreams;
import org.limbeck.exchange.snapshot.EstimateSnapshot;
import org.limbeck.exchange.snapshot.SnapshotExchange;
import org.limbeck.exchange.state.ChannelState;
import org.limbeck.exchange.state.ChannelStates;

/**
 * A device at work: its model, its data, its place in the network, and the part that it plays in
 * the algorithm. Used by one thread at a time; only its inbox is open to all. When a swap changes
 * the network, a new one takes over what it keeps.
 */
public final class DeviceRuntime extends ForwardingDevice implements AutoCloseable {

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
   * @param streams the random streams that all devices share
   * @param ownStreams those of the device
   * @param slowness how many rounds of the run one of its own takes
   */
  public record Parts(
      String id,
      int classes,
      Model model,
      PrivateRows data,
      ReferenceDataset reference,
      Estimate estimate,
      Training training,
      RandomStreams streams,
      RandomStreams ownStreams,
      int slowness) {}

  private final Parts parts;
  private final FramePort port;
  private final DeviceExchange exchange;
  private final SnapshotExchange snapshots;
  private final Participant participant;
  private final Losses losses = new Losses();
  private final WorkspaceLoan loan;
  private Optional<PrivacyAccountant> accountant;

  private DeviceRuntime(DeviceView view, FramePort port, Participant participant) {
    super(view);
    this.parts = view.parts();
    this.exchange = view.exchange();
    this.loan = view.loan();
    this.port = port;
    this.participant = participant;
    this.accountant = parts.training().privacy().map(PrivacyAccountant::new);
    this.snapshots = new SnapshotExchange(port, parts.reference().rows(), parts.classes());
  }

  /**
   * Makes a device, lets it take its part in an algorithm, and leads its channels to its
   * neighbours.
   *
   * @param states what its channels begin from
   */
  public static DeviceRuntime join(
      Parts parts,
      List<Neighbour> neighbours,
      FramePort port,
      ExchangeProtocol protocol,
      ChannelStates states,
      Algorithm algorithm) {
    WorkspaceLoan loan = new WorkspaceLoan();
    DeviceView view = new DeviceView(parts, protocol.open(port, states, loan), loan);
    Participant participant = algorithm.join(view);
    view.exchange().join(neighbours);
    return new DeviceRuntime(view, port, participant);
  }

  /** Meets the neighbours of a round, where they change from round to round. */
  public void meet(List<Neighbour> neighbours) {
    exchange.meet(neighbours);
  }

  /** Returns whether the device begins a round of its own in a round of the run. */
  public boolean takesPart(long round) {
    return round % parts.slowness() == 0;
  }

  /** Returns how many rounds of its own the device has begun before a round of the run. */
  public long ownRounds(long round) {
    return (round + parts.slowness() - 1) / parts.slowness();
  }

  /** Begins a round of its own: the device computes and sends. */
  public void begin(long round, Workspace scratch) {
    loan.begin(scratch);
    try (loan) {
      losses.reset();
      participant.begin(round);
    }
  }

  /** Returns whether the device has nothing to do in a round until something arrives. */
  public boolean mustWait() {
    return exchange.mustWait();
  }

  /**
   * Waits for what others send.
   *
   * @param pauseEnd until when a device pauses that can finish its round without news, as {@link
   *     System#nanoTime} has it
   * @param timeout for how long it waits for others that send nothing
   * @throws PeerTimeoutException if the round cannot be finished after so long
   */
  public void await(long round, Workspace scratch, long pauseEnd, Duration timeout)
      throws InterruptedException {
    loan.begin(scratch);
    try (loan) {
      exchange.await(round, pauseEnd, timeout);
    }
  }

  /**
   * Finishes a round of its own: the device reads what has arrived, and trains.
   *
   * @throws IllegalStateException if a frame arrived that is not what a neighbour should have sent
   */
  public void finish(long round, Workspace scratch) {
    loan.begin(scratch);
    try (loan) {
      exchange.receive(round);
      participant.finish(round, losses);
      accountant.ifPresent(counting -> counting.add(parts.training().localSteps(), samplingRate()));
    }
  }

  private double samplingRate() {
    return parts.training().samplingRate(parts.data().rows());
  }

  /** Returns what the private rows are guaranteed against all that was let out so far. */
  public PrivacyGuarantee privacy() {
    return accountant.map(PrivacyAccountant::guarantee).orElse(PrivacyGuarantee.NONE);
  }

  /** Goes on counting for another device object what the private rows have revealed. */
  public void accountsFor(DeviceRuntime former) {
    accountant = former.accountant;
  }

  Optional<PrivacyAccountant> accountant() {
    return accountant;
  }

  /**
   * Writes what the private rows will have revealed after some more rounds; nothing without
   * privacy.
   */
  void savePrivacy(long rounds, DataOutput out) throws IOException {
    if (accountant.isPresent()) {
      accountant
          .get()
          .after(Math.multiplyExact(rounds, (long) parts.training().localSteps()), samplingRate())
          .save(out);
    }
  }

  /** Returns what each channel sends in a round, which need not have begun. */
  public List<PlannedFrame> plan(long round, Workspace scratch) {
    loan.begin(scratch);
    try (loan) {
      return channels().stream().map(channel -> channel.plan(round)).toList();
    }
  }

  /** Returns a number that tells row selections apart: those of a good many rounds. */
  public long selectionsTag(Workspace scratch) {
    loan.begin(scratch);
    try (loan) {
      return exchange.selectionsTag();
    }
  }

  /** Returns what the device did since this was last asked. */
  public DeviceRound report() {
    PendingTraffic traffic = port.traffic().report();
    return new DeviceRound(
        parts.id(), losses.local(), losses.distillation(), traffic.sent(), traffic.received());
  }

  /** Takes over what another device object has not reported yet. */
  public void reportsFor(DeviceRuntime former) {
    reportsFor(former.pendingTraffic());
  }

  void reportsFor(PendingTraffic traffic) {
    port.traffic().reportsFor(traffic);
  }

  PendingTraffic pendingTraffic() {
    return port.traffic().pending();
  }

  /** Returns the part that the device plays in the algorithm. */
  public Participant participant() {
    return participant;
  }

  /** Sends all of the estimate to a neighbour that has just joined. */
  void sendSnapshot(String newcomer, long round) {
    EstimateSnapshot snapshot =
        EstimateSnapshot.of(parts.estimate(), parts.reference().rows(), parts.classes());
    snapshots.send(snapshot, newcomer, round);
  }

  /** Takes in the snapshots that have arrived, in the order of arrival. */
  List<EstimateSnapshot> receiveSnapshots() {
    return snapshots.receive();
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
  public Endpoint endpoint() {
    return port.endpoint();
  }

  /** Returns whether another device object stands at the same place on the transport. */
  public boolean sharesEndpoint(DeviceRuntime other) {
    return endpoint().link() == other.endpoint().link();
  }

  /** Closes what no other device object has taken over. */
  public void release(boolean closeEndpoint, boolean closeModel) {
    if (closeEndpoint) {
      endpoint().close();
    }
    if (closeModel) {
      parts.model().close();
    }
  }

  public List<ExchangeChannel> channels() {
    return exchange.channels();
  }

  /** Returns the states of all channels: live, not copies. */
  public List<ChannelState> channelStates() {
    return channels().stream().map(ExchangeChannel::state).toList();
  }
}
