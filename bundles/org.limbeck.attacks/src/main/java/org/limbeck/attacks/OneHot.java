package org.limbeck.attacks;

import java.util.Arrays;
import org.limbeck.api.Block;

/** Soft decisions without any doubt. */
final class OneHot {

  private OneHot() {}

  /** Makes a row of a block 1 for a class and 0 for all others. */
  static void of(Block decisions, int row, int label) {
    int first = row * decisions.width();
    Arrays.fill(decisions.values(), first, first + decisions.width(), 0);
    decisions.values()[first + label] = 1;
  }
}
