package org.limbeck.engine.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.limbeck.engine.binding.PluginErrors;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.exchange.random.RandomStreams;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginKind;

/**
 * Who has which of the private rows.
 *
 * @param experiment whose devices they are divided among
 * @param pluginSet has the rows, and divides them
 * @param streams decide how
 * @param ownsData whether the only device has all rows, even if there are none yet
 */
record DataPartitioning(
    Experiment experiment, PluginSet pluginSet, RandomStreams streams, boolean ownsData) {

  /** Returns the rows of each device, as of a round. */
  int[][] all(long round) {
    int[][] shares = ownsData ? new int[][] {everything()} : partition(round);
    if (pluginSet.algorithm().poolsData()) {
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
    return IntStream.range(0, pluginSet.data().training().rows()).toArray();
  }

  private int[][] partition(long round) {
    return PluginErrors.blaming(
        experiment.plugin(PluginKind.PARTITION),
        () ->
            pluginSet
                .partition()
                .split(
                    pluginSet.data().training(),
                    pluginSet.data().classes(),
                    experiment.devices().size(),
                    streams.shared("partition", round)));
  }
}
