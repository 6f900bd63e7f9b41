package org.limbeck.engine.device;

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
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.exchange.DeviceExchange;
import org.limbeck.exchange.channel.ValueRange;

/**
 * A device as its algorithm sees it.
 *
 * @param parts what it is made of
 * @param exchange opens its channels
 * @param loan the buffers that it has for the time of a call
 */
record DeviceView(DeviceRuntime.Parts parts, DeviceExchange exchange, WorkspaceLoan loan)
    implements Device {

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
    return parts.ownStreams().of(purpose, parts.id(), round);
  }

  @Override
  public RandomGenerator sharedStream(String purpose, long round) {
    return parts.streams().shared(purpose, round);
  }

  @Override
  public <T> T scratch(Scratch<T> kind) {
    return loan.get().scratch(kind);
  }
}
