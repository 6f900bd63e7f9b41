package org.limbeck.api.architecture;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.limbeck.api.Block;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A model that passes every call on to another one, those of default methods too. What wraps one
 * extends this, and overrides what it changes.
 */
@ConsumerType
public abstract class ForwardingModel implements Model {
  private final Model model;

  /** Forwards to another one. */
  protected ForwardingModel(Model model) {
    this.model = model;
  }

  @Override
  public int parameters() {
    return model.parameters();
  }

  @Override
  public void predict(Block inputs, Block decisions) {
    model.predict(inputs, decisions);
  }

  @Override
  public void step(Lesson lesson, float stepSize, Losses losses) {
    model.step(lesson, stepSize, losses);
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    return model.capability(type);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    model.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    model.restore(in);
  }

  @Override
  public void close() {
    model.close();
  }
}
