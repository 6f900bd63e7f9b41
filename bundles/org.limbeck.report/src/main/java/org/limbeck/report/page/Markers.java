package org.limbeck.report.page;

import java.util.List;
import java.util.stream.Stream;

/** Tells architectures apart by colour and shape, so that neither has to do it alone. */
final class Markers {

  /**
   * How an architecture is shown.
   *
   * @param colour the number of its colour in the style sheet
   * @param shape the number of its shape in the page
   */
  record Marker(int colour, int shape) {}

  private static final int COLOURS = 7;
  private static final int SHAPES = 6;

  private final List<String> architectures;

  /** Makes markers for the architectures of the devices in their order. */
  Markers(Stream<String> architectures) {
    this.architectures = architectures.distinct().toList();
  }

  /** Returns the architectures in the order of the devices. */
  List<String> architectures() {
    return architectures;
  }

  Marker of(String architecture) {
    int index = architectures.indexOf(architecture);
    return new Marker(index % COLOURS, index % SHAPES);
  }
}
