package org.limbeck.report;

import java.util.List;
import org.limbeck.report.format.ReadableNumbers;

/**
 * What the page shows, as text.
 *
 * @param title the experiment's name
 * @param description what the experiment shows; may be empty
 * @param part what this is a part of; empty if it is a whole
 * @param sentence the outcome in a sentence
 * @param tiles the outcome in figures
 * @param baseline what to call the baseline; empty if there is none
 * @param key the architectures and their devices
 * @param overWire whether the frames went over a wire
 * @param devices the devices, those that left last
 * @param graph the communication graph at the end
 * @param mixing what to know of that graph
 * @param classes who has rows of which class
 * @param swaps the changes of the network while it ran
 * @param evaluations the evaluations
 * @param facts how it was run
 * @param versions what it was run with
 * @param experiment the resolved experiment
 */
record PageContent(
    String title,
    String description,
    String part,
    String sentence,
    List<Fact> tiles,
    String baseline,
    List<Key> key,
    boolean overWire,
    List<DeviceRow> devices,
    GraphDrawing graph,
    GraphNote mixing,
    ClassTable classes,
    List<SwapRow> swaps,
    EvaluationTable evaluations,
    List<Fact> facts,
    List<Fact> versions,
    String experiment) {
  private static final int MANY = 24;

  /** Returns whether the graph needs all the room there is. */
  public boolean many() {
    return devices.size() > MANY;
  }

  /** Returns whether a device has differential privacy. */
  public boolean withPrivacy() {
    return devices.stream().anyMatch(device -> !device.epsilon().equals(ReadableNumbers.MISSING));
  }

  /** Returns whether anything changed while it ran. */
  public boolean swapped() {
    return !swaps.isEmpty();
  }

  /**
   * An architecture in the key.
   *
   * @param architecture its name
   * @param marker how it is shown
   * @param devices the devices of this architecture
   */
  record Key(String architecture, Markers.Marker marker, List<DeviceRow> devices) {

    /** Returns the indices of the devices, parted by spaces. */
    public String indices() {
      return String.join(" ", devices.stream().map(d -> Integer.toString(d.index())).toList());
    }

    /** Returns the number of devices. */
    public int count() {
      return devices.size();
    }
  }
}
