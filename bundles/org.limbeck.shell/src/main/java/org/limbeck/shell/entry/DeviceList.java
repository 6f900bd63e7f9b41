package org.limbeck.shell.entry;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Devices as people write them: {@code 1,4-6}, or by their ids: {@code device-1,device-4}. */
final class DeviceList {
  private static final String PREFIX = "device-";

  private DeviceList() {}

  /**
   * Returns the list for an entry, such as {@code [1, 4-6]}.
   *
   * @param texts each one or more devices, with commas between
   * @throws IllegalArgumentException if one is no device, or there are none
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
    String number = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    if (!number.matches("\\d{1,9}(-\\d{1,9})?")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no device: write a number, a range or an id: 3, 4-6, device-3");
    }
    return number;
  }
}
