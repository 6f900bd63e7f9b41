package org.limbeck.engine.device;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.api.algorithm.Scratch;
import org.limbeck.api.algorithm.ServerChannel;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.exchange.DeviceExchange;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.random.RandomStreams;

/**
 * A device as its algorithm sees it.
 *
 * @param id the id
 * @param classes the number of classes K
 * @param model the model; closed with the device
 * @param data the private rows
 * @param reference the reference rows
 * @param unweighted the estimate of the mean of what devices inject
 * @param estimate the estimate of the mean soft decisions: that one, or weights before it
 * @param training how much it trains in a round
 * @param streams the random streams that all devices share
 * @param ownStreams those of the device
 * @param slowness how many rounds of the run one of its own takes
 * @param exchange opens its channels
 * @param workspace the buffers that it has for the time of a call
 */
public record DeviceView(
    String id,
    int classes,
    Model model,
    PrivateRows data,
    ReferenceDataset reference,
    Estimate unweighted,
    Estimate estimate,
    Training training,
    RandomStreams streams,
    RandomStreams ownStreams,
    int slowness,
    DeviceExchange exchange,
    Supplier<Workspace> workspace)
    implements Device {

  @Override
  public Channel open(int rows, int width, RowSelection selection) {
    return exchange.open(rows, width, selection, Coding.DIFFERENCES, ValueRange.DECISIONS);
  }

  @Override
  public Channel open(int rows, int width, RowSelection selection, Coding coding) {
    return exchange.open(rows, width, selection, coding, ValueRange.FINITE);
  }

  @Override
  public ServerChannel openServer(int rows, int width, RowSelection selection, double weight) {
    return exchange.openServer(rows, width, selection, weight);
  }

  @Override
  public RandomGenerator stream(String purpose, long round) {
    return ownStreams.of(purpose, id, round);
  }

  @Override
  public RandomGenerator sharedStream(String purpose, long round) {
    return streams.shared(purpose, round);
  }

  @Override
  public <T> T scratch(Scratch<T> kind) {
    return workspace.get().scratch(kind);
  }
}
