package org.limbeck.report.page;

import java.util.Locale;

/**
 * A cell of a heat map.
 *
 * @param text the number in it; empty if there is nothing
 * @param hint the same in words
 * @param heat the strength of its colour, 0 to 1: the root of its share, so that little stands out
 *     from nothing where there is much elsewhere
 * @param hot whether the colour is so strong that text on it has to be another one
 */
record HeatCell(String text, String hint, String heat, boolean hot) {
  /** With more classes there is no room for numbers. */
  static final int MOST_NUMBERS = 20;

  private static final double HOT = 0.7;

  /** Makes a cell with a share, 0 to 1, of what makes the strongest colour. */
  static HeatCell of(String text, String hint, double share) {
    double heat = Math.sqrt(share);
    return new HeatCell(text, hint, String.format(Locale.ROOT, "%.3f", heat), heat >= HOT);
  }
}
