package org.limbeck.engine.adversary;

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
import org.limbeck.api.attack.Attack;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;

/** A device as an honest algorithm sees it, but with an estimate that lies. */
final class Disguise implements Device {
  private final Device device;
  private final FalsifiedEstimate estimate;
  private boolean used;

  Disguise(Device device, Attack attack) {
    this.device = device;
    this.estimate = new FalsifiedEstimate(device, attack);
  }

  void round(long round) {
    estimate.round(round);
  }

  boolean isUsed() {
    return used;
  }

  @Override
  public Estimate estimate() {
    used = true;
    return estimate;
  }

  @Override
  public String id() {
    return device.id();
  }

  @Override
  public Model model() {
    return device.model();
  }

  @Override
  public int classes() {
    return device.classes();
  }

  @Override
  public LabelledRows data() {
    return device.data();
  }

  @Override
  public ReferenceDataset reference() {
    return device.reference();
  }

  @Override
  public Training training() {
    return device.training();
  }

  @Override
  public Channel open(int rows, int width, RowSelection selection, Coding coding) {
    return device.open(rows, width, selection, coding);
  }

  @Override
  public ServerChannel openServer(int rows, int width, RowSelection selection, double weight) {
    return device.openServer(rows, width, selection, weight);
  }

  @Override
  public RandomGenerator stream(String purpose, long round) {
    return device.stream(purpose, round);
  }

  @Override
  public RandomGenerator sharedStream(String purpose, long round) {
    return device.sharedStream(purpose, round);
  }

  @Override
  public <T> T scratch(Scratch<T> kind) {
    return device.scratch(kind);
  }
}
