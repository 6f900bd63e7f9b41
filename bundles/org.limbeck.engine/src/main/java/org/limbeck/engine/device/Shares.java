package org.limbeck.engine.device;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.random.Streams;
import org.limbeck.engine.wiring.Complaint;
import org.limbeck.engine.wiring.Wiring;

/** Who has which of the private rows. */
final class Shares {
  private final Experiment experiment;
  private final Wiring wiring;
  private final Streams streams;
  private final boolean isOnItsOwn;

  /**
   * Divides the rows of an experiment.
   *
   * @param isOnItsOwn whether this is one device with all its own data, even if there are none yet
   */
  Shares(Experiment experiment, Wiring wiring, Streams streams, boolean isOnItsOwn) {
    this.experiment = experiment;
    this.wiring = wiring;
    this.streams = streams;
    this.isOnItsOwn = isOnItsOwn;
  }

  /** Returns the rows of each device, as of a round. */
  int[][] all(long round) {
    int[][] shares = isOnItsOwn ? new int[][] {everything()} : partition(round);
    if (wiring.algorithm().poolsData()) {
      Arrays.fill(shares, Arrays.stream(shares).flatMapToInt(Arrays::stream).sorted().toArray());
    }
    return shares;
  }

  /** Returns the share of the last device, as of a round. */
  int[] last(long round) {
    int[][] shares = all(round);
    return shares[shares.length - 1];
  }

  private int[] everything() {
    return IntStream.range(0, wiring.data().training().rows()).toArray();
  }

  private int[][] partition(long round) {
    return Complaint.blaming(
        experiment.plugin(Kind.PARTITION),
        () ->
            wiring
                .partition()
                .split(
                    wiring.data().training(),
                    wiring.data().classes(),
                    experiment.devices().size(),
                    streams.shared("partition", round)));
  }
}
