package org.limbeck.shell.entry;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Devices as people write them: {@code 1,4-6}, or by their ids: {@code device-1,kitchen}. Which are
 * there is known to the run alone.
 */
final class DeviceList {
  private DeviceList() {}

  /**
   * Returns the list for an entry, such as {@code [1, 4-6]}.
   *
   * @param texts each one or more devices, with commas between
   * @throws IllegalArgumentException if there are none
   */
  static String of(List<String> texts) {
    List<String> devices =
        texts.stream()
            .flatMap(text -> Arrays.stream(text.split(",")))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(DeviceList::device)
            .toList();
    if (devices.isEmpty()) {
      throw new IllegalArgumentException("which devices? Write such as 1,4-6");
    }
    return devices.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  private static String device(String text) {
    return text.matches("\\d{1,9}(-\\d{1,9})?") ? text : FlowValue.ofText(text);
  }
}
