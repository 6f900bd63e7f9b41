package org.limbeck.experiment;

/**
 * Something that is wrong with the input. The password of an address is left out of the message,
 * and characters that nobody would see are escaped.
 *
 * @param origin where
 * @param message what, and what is allowed, on one line
 */
public record Problem(Origin origin, String message) {

  /** Makes a problem that can be shown to anybody. */
  public Problem {
    message = VisibleText.of(PasswordRedaction.of(message));
  }

  @Override
  public String toString() {
    return origin + ": " + message;
  }
}
