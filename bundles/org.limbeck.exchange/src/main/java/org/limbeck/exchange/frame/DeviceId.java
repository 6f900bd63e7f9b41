package org.limbeck.exchange.frame;

import java.util.regex.Pattern;

/** What the ids of devices look like, wherever bytes become one. */
public final class DeviceId {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  private DeviceId() {}

  /** Returns whether a device can be called so: lower-case letters, digits, hyphens, 64 at most. */
  public static boolean isValid(String text) {
    return ID.matcher(text).matches();
  }
}
