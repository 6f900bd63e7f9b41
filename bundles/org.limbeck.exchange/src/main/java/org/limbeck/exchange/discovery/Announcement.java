package org.limbeck.exchange.discovery;

import java.util.List;
import java.util.Optional;

/**
 * What a device tells all others of itself.
 *
 * @param experiment what identifies the experiment that it takes part in
 * @param reference the digest of its reference rows, in hexadecimal
 * @param classes the number of classes K
 * @param codec what it encodes values with
 * @param rounds the rounds that it can go on from
 * @param degree the number of its neighbours
 * @param state how far it is
 * @param run what identifies the run that it is ready for: {@link RunIdentity}; empty before, and
 *     where devices do not begin together
 */
public record Announcement(
    String experiment,
    String reference,
    int classes,
    String codec,
    List<Long> rounds,
    int degree,
    State state,
    String run) {

  /** How far a device is. */
  public enum State {
    /** It is there. */
    PRESENT,
    /** It has heard of all others that it waits for. */
    READY,
    /** It has done all its rounds. */
    FINISHED
  }

  /** Copies the list. */
  public Announcement {
    rounds = List.copyOf(rounds);
  }

  /** Makes the announcement of a device that is there, and ready for no run yet. */
  public Announcement(
      String experiment, String reference, int classes, String codec, List<Long> rounds) {
    this(experiment, reference, classes, codec, rounds, 0, State.PRESENT, "");
  }

  /** Returns the same announcement with another state. */
  public Announcement as(State other) {
    return new Announcement(experiment, reference, classes, codec, rounds, degree, other, run);
  }

  /** Returns the announcement of the same device that is ready for a run. */
  public Announcement readyFor(String other) {
    return new Announcement(
        experiment, reference, classes, codec, rounds, degree, State.READY, other);
  }

  /** Returns the same announcement with other rounds to go on from. */
  public Announcement from(List<Long> others) {
    return new Announcement(experiment, reference, classes, codec, others, degree, state, run);
  }

  /** Returns the same announcement with another number of neighbours. */
  public Announcement withDegree(int other) {
    return new Announcement(experiment, reference, classes, codec, rounds, other, state, run);
  }

  /**
   * Returns why a device that announces this has nothing to do with one that announces another;
   * empty if it has.
   */
  public Optional<String> differenceFrom(Announcement other) {
    return difference("reference data", reference, other.reference)
        .or(() -> difference("number of classes", "" + classes, "" + other.classes))
        .or(() -> difference("codec", codec, other.codec))
        .or(() -> difference("experiment", experiment, other.experiment));
  }

  private static Optional<String> difference(String what, String here, String there) {
    return here.equals(there)
        ? Optional.empty()
        : Optional.of("it has another " + what + ": " + there + " there, and " + here + " here");
  }
}
