package org.limbeck.engine.membership;

import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.Origin;

/**
 * The devices of an experiment that run in this process.
 *
 * @param places their places in the experiment, from 0, in ascending order
 * @param devices the number of devices of the experiment
 */
public record Part(List<Integer> places, int devices) {

  /** Copies the list. */
  public Part {
    places = List.copyOf(places);
  }

  /** Returns the part that is all of an experiment. */
  public static Part whole(int devices) {
    return new Part(IntStream.range(0, devices).boxed().toList(), devices);
  }

  /**
   * Returns the part of an experiment with some devices.
   *
   * @param places their places, from 0; all devices if empty
   * @throws InvalidInputException if there are no such devices
   */
  public static Part of(List<Integer> places, int devices) {
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
    return new Part(places.stream().distinct().sorted().toList(), devices);
  }

  /** Returns whether all devices run in this process. */
  public boolean isWhole() {
    return places.size() == devices;
  }
}
