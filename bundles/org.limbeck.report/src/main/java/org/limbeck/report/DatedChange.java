package org.limbeck.report;

import org.limbeck.api.event.Change;

/**
 * A change of the network, and when it was made.
 *
 * @param round the number of rounds completed before it
 * @param change the change
 */
public record DatedChange(long round, Change change) {

  /** Returns whether the change concerns a device; one that names no device concerns all. */
  boolean concerns(String device) {
    return change.devices().isEmpty() || change.devices().contains(device);
  }

  /** Returns such as {@code 12 topology: ring -> complete}. */
  public String text() {
    return round + " " + text(change);
  }

  /** Returns such as {@code topology: ring -> complete}, or {@code join: mlp}. */
  public static String text(Change change) {
    String arrow = change.from().isEmpty() || change.to().isEmpty() ? "" : " -> ";
    return change.kind() + ": " + change.from() + arrow + change.to();
  }
}
