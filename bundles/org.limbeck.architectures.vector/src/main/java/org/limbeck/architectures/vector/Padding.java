package org.limbeck.architectures.vector;

import java.util.Locale;

/** What a convolution sees beyond the border of an image. */
public enum Padding {
  /** Zeros, as many as keep the size of the image; of an odd number, the odd one last. */
  SAME,
  /** Nothing: the image becomes smaller. */
  VALID;

  static Padding named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Returns how many pixels the height and the width grow by. */
  int pixels(int kernel) {
    return this == SAME ? kernel - 1 : 0;
  }
}
