package org.limbeck.launcher.dropin;

import java.io.EOFException;

/** A plug-in of any kind that says why it cannot be made, and what told it so. */
public final class Refusing {
  /** What it says. */
  static final String SENTENCE = "licence.txt: the licence ended in May; ask for another one";

  /** Is called by the component runtime. */
  public Refusing() {
    throw new IllegalArgumentException(SENTENCE, new EOFException("Unexpected end of input"));
  }
}
