package org.limbeck.experiment;

/**
 * Something that is wrong with the input.
 *
 * @param origin where
 * @param message what, and what is allowed, on one line
 */
public record Problem(Origin origin, String message) {

  @Override
  public String toString() {
    return origin + ": " + message;
  }
}
