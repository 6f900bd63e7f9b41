package org.limbeck.engine.device;

import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/**
 * The devices of an experiment that run in this process.
 *
 * @param places their places in the experiment, from 0, in ascending order
 * @param devices the number of devices of the experiment
 */
public record LocalDevices(List<Integer> places, int devices) {

  /** Copies the list. */
  public LocalDevices {
    places = List.copyOf(places);
  }

  /** Returns the part that is all of an experiment. */
  public static LocalDevices whole(int devices) {
    return new LocalDevices(IntStream.range(0, devices).boxed().toList(), devices);
  }

  /**
   * Returns the part of an experiment with some devices.
   *
   * @param places their places, from 0; all devices if empty
   * @throws InvalidInputException if there are no such devices
   */
  public static LocalDevices of(List<Integer> places, int devices) {
    if (places.isEmpty()) {
      return whole(devices);
    }
    for (int place : places) {
      if (place < 0 || place >= devices) {
        throw new InvalidInputException(
            new Origin("--devices", 0, ""),
            "the experiment has no device " + place + "; it has 0 to " + (devices - 1));
      }
    }
    return new LocalDevices(places.stream().distinct().sorted().toList(), devices);
  }

  /** Returns whether all devices run in this process. */
  public boolean isWhole() {
    return places.size() == devices;
  }
}
