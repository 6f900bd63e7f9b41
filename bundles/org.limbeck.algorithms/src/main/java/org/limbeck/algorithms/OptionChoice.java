package org.limbeck.algorithms;

import java.util.Locale;

/** How the options' choices are spelt. */
final class OptionChoice {

  private OptionChoice() {}

  /** Returns the name of the enum constant for a choice: {@code cross-entropy}, CROSS_ENTROPY. */
  static String constant(String choice) {
    return choice.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
