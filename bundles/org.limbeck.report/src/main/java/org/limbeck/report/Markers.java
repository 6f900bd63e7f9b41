package org.limbeck.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.limbeck.api.event.DeviceDescription;

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

  Markers(List<DeviceDescription> devices) {
    LinkedHashSet<String> distinct = new LinkedHashSet<>();
    devices.forEach(device -> distinct.add(device.architecture()));
    architectures = new ArrayList<>(distinct);
  }

  /** Returns the architectures in the order of the devices. */
  List<String> architectures() {
    return List.copyOf(architectures);
  }

  Marker of(String architecture) {
    int index = architectures.indexOf(architecture);
    return new Marker(index % COLOURS, index % SHAPES);
  }
}
