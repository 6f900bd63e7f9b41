package org.limbeck.engine;

import java.io.DataInput;
import java.io.DataOutput;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Lesson;

/** A participant that has nothing to save, and that nobody evaluates. */
public abstract class UnevaluatedParticipant implements Participant {

  @Override
  public final Lesson fullLesson() {
    throw new AssertionError("not evaluated");
  }

  @Override
  public final void save(DataOutput out) {}

  @Override
  public final void restore(DataInput in) {}
}
