package org.limbeck.api.algorithm;

import java.util.random.RandomGenerator;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A device that passes every call on to another one, those of default methods too. What wraps one
 * extends this, and overrides what it changes. Whoever wraps the channels of a device overrides
 * both {@code open} methods.
 */
@ConsumerType
public abstract class ForwardingDevice implements Device {
  private final Device device;

  /** Forwards to another one. */
  protected ForwardingDevice(Device device) {
    this.device = device;
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
  public Estimate estimate() {
    return device.estimate();
  }

  @Override
  public Training training() {
    return device.training();
  }

  @Override
  public Channel open(int rows, int width, RowSelection selection) {
    return device.open(rows, width, selection);
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
