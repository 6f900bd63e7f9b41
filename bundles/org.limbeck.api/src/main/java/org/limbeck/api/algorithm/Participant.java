package org.limbeck.api.algorithm;

import org.limbeck.api.Stateful;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The part that one device plays in an algorithm. The engine calls {@link #begin} and then {@link
 * #finish} once for every round, in ascending order of rounds, from one thread at a time. Between
 * the two, the frames of the neighbours arrive; how many of them have arrived by {@code finish},
 * and how far the neighbours have come, is no business of the participant.
 *
 * <p>{@link Stateful} covers what the participant keeps between rounds beyond the model and the
 * estimate, which the engine saves.
 */
@ConsumerType
public interface Participant extends Stateful {

  /**
   * Begins a round: computes and sends.
   *
   * @param round the number of the round, from 0
   */
  void begin(long round);

  /**
   * Finishes a round: combines what has arrived, and trains.
   *
   * @param round the number of the round
   * @param losses receives the losses of the training steps
   */
  void finish(long round, Losses losses);

  /**
   * Returns all that this device learns from at present in one lesson: every private row, and every
   * reference row that has a target. Its gradient is that of the full regularised loss, whose norm
   * is the stationarity. For diagnostics; may allocate.
   */
  Lesson fullLesson();
}
