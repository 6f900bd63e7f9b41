package org.limbeck.api.algorithm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A participant that passes every call on to another one, those of default methods too. What wraps
 * one extends this, and overrides what it changes.
 */
@ConsumerType
public abstract class ForwardingParticipant implements Participant {
  private final Participant participant;

  /** Forwards to another one. */
  protected ForwardingParticipant(Participant participant) {
    this.participant = participant;
  }

  @Override
  public void begin(long round) {
    participant.begin(round);
  }

  @Override
  public void finish(long round, Losses losses) {
    participant.finish(round, losses);
  }

  @Override
  public Lesson fullLesson() {
    return participant.fullLesson();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    participant.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    participant.restore(in);
  }
}
