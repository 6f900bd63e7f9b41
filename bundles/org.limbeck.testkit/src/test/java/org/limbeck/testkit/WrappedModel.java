package org.limbeck.testkit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;

/** A model that passes every call on to another one. */
class WrappedModel implements Model {
  final Model model;

  WrappedModel(Model model) {
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
