package org.limbeck.experiment.file;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How devices are called that are given no id. */
public final class DeviceIds {
  private static final Pattern NUMBERED = Pattern.compile("device-([1-9]\\d{0,8})");

  private DeviceIds() {}

  /** Returns the id of a device with a number. */
  static String of(long number) {
    return "device-" + number;
  }

  /** Returns the smallest number that is above those of all ids and above their count. */
  public static long next(List<String> ids) {
    long next = ids.size() + 1L;
    for (String id : ids) {
      Matcher matcher = NUMBERED.matcher(id);
      if (matcher.matches()) {
        next = Math.max(next, Long.parseLong(matcher.group(1)) + 1);
      }
    }
    return next;
  }
}
