package org.limbeck.report.comparison;

import java.util.List;

/**
 * A colour of plots in PDF; the same as in {@code plot.svg}.
 *
 * @param rgb red, green and blue, eight bits each
 * @param opacity from 0 to 1
 */
record PdfInk(int rgb, double opacity) {
  static final PdfInk TEXT = new PdfInk(0x22262b, 1);
  static final PdfInk MUTED = new PdfInk(0x666b72, 1);
  static final PdfInk GRID = new PdfInk(0xe4e1db, 1);
  static final PdfInk FRONT = new PdfInk(0xa5501c, 0.28);
  private static final List<Integer> LINES =
      List.of(0x0072b2, 0xd55e00, 0x008a63, 0xb3508c, 0x8b7000, 0x3b97cc, 0x7350c9);

  /** Returns the colour of a line. */
  static PdfInk line(int colour) {
    return new PdfInk(LINES.get(colour), 1);
  }

  /** Returns the same colour, fainter. */
  PdfInk faint(double share) {
    return new PdfInk(rgb, opacity * share);
  }

  float red() {
    return (rgb >> 16 & 0xff) / 255f;
  }

  float green() {
    return (rgb >> 8 & 0xff) / 255f;
  }

  float blue() {
    return (rgb & 0xff) / 255f;
  }
}
