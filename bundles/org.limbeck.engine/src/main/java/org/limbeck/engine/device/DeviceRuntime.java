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
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.PrivacyGuarantee;
import org.limbeck.engine.privacy.PrivacyAccountant;
import org.limbeck.exchange.channel.ExchangeChannel;
import org.limbeck.exchange.channel.PlannedFrame;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.endpoint.PendingTraffic;
import org.limbeck.exchange.lockstep.PeerTimeoutException;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.snapshot.EstimateSnapshot;
import org.limbeck.exchange.snapshot.SnapshotExchange;
import org.limbeck.exchange.state.ChannelState;

/**
 * A device at work: its model, its data, its place in the network, and the part that it plays in
 * the algorithm. Used by one thread at a time; only its inbox is open to all. When a swap changes
 * the network, a new one takes over what it keeps.
 */
public final class DeviceRuntime extends ForwardingDevice implements AutoCloseable {

  private final DeviceView view;
  private final FramePort port;
  private final SnapshotExchange snapshots;
  private final Participant participant;
  private final Losses losses = new Losses();
  private final WorkspaceLoan loan;
  private Optional<PrivacyAccountant> accountant;

  private DeviceRuntime(
      DeviceView view, WorkspaceLoan loan, FramePort port, Participant participant) {
    super(view);
    this.view = view;
    this.loan = loan;
    this.port = port;
    this.participant = participant;
    this.accountant = view.training().privacy().map(PrivacyAccountant::new);
    this.snapshots = new SnapshotExchange(port, view.reference().rows(), view.classes());
  }

  /**
   * Lets a device take its part in an algorithm, and leads its channels to its neighbours.
   *
   * @param loan what lends the device its buffers
   */
  public static DeviceRuntime join(
      DeviceView view,
      WorkspaceLoan loan,
      List<Neighbour> neighbours,
      FramePort port,
      Algorithm algorithm) {
    Participant participant = algorithm.join(view);
    view.exchange().join(neighbours);
    return new DeviceRuntime(view, loan, port, participant);
  }

  /** Meets the neighbours of a round, where they change from round to round. */
  public void meet(List<Neighbour> neighbours) {
    view.exchange().meet(neighbours);
  }

  /** Sends and takes frames of a run from now on, and no others. */
  public void bind(String run) {
    port.bind(run);
  }

  /** Returns whether the device begins a round of its own in a round of the run. */
  public boolean takesPart(long round) {
    return round % view.slowness() == 0;
  }

  /** Returns how many rounds of its own the device has begun before a round of the run. */
  public long ownRounds(long round) {
    return (round + view.slowness() - 1) / view.slowness();
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
    return view.exchange().mustWait();
  }

  /**
   * Waits for what others send.
   *
   * @param pauseEnd until when a device pauses that can finish its round without news, as {@link
   *     System#nanoTime} has it
   * @param timeout for how long it waits for others that send nothing
   * @param whileWaiting is run several times a second where the device needs all its neighbours
   * @throws PeerTimeoutException if the round cannot be finished after so long
   */
  public void await(
      long round, Workspace scratch, long pauseEnd, Duration timeout, Runnable whileWaiting)
      throws InterruptedException {
    loan.begin(scratch);
    try (loan) {
      view.exchange().await(round, pauseEnd, timeout, whileWaiting);
    }
  }

  /** Sends again what others have missed, while the device itself waits for nothing. */
  public void answer(Workspace scratch) {
    loan.begin(scratch);
    try (loan) {
      view.exchange().answer();
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
      view.exchange().receive(round);
      participant.finish(round, losses);
      accountant.ifPresent(counting -> counting.add(view.training().localSteps(), samplingRate()));
    }
  }

  private double samplingRate() {
    return view.training().samplingRate(view.data().rows());
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
          .after(Math.multiplyExact(rounds, (long) view.training().localSteps()), samplingRate())
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
      return view.exchange().selectionsTag();
    }
  }

  /** Returns what the device did since this was last asked. */
  public DeviceRound report() {
    PendingTraffic traffic = port.traffic().report();
    return new DeviceRound(
        view.id(), losses.local(), losses.distillation(), traffic.sent(), traffic.received());
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

  /** Returns the estimate of the mean of what devices inject, with nothing before it. */
  public Estimate unweightedEstimate() {
    return view.unweighted();
  }

  /** Returns the part that the device plays in the algorithm. */
  public Participant participant() {
    return participant;
  }

  /** Sends all of the estimate to a neighbour that has just joined. */
  void sendSnapshot(String newcomer, long round) {
    EstimateSnapshot snapshot =
        EstimateSnapshot.of(view.estimate(), view.reference().rows(), view.classes());
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
    return view.data().chosen();
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
      view.model().close();
    }
  }

  public List<ExchangeChannel> channels() {
    return view.exchange().channels();
  }

  /** Returns the states of all channels: live, not copies. */
  public List<ChannelState> channelStates() {
    return channels().stream().map(ExchangeChannel::state).toList();
  }
}
