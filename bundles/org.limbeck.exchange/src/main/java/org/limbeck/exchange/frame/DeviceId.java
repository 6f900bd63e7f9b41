package org.limbeck.exchange.frame;

/** What the ids of devices look like, wherever bytes become one. */
public final class DeviceId {
  private static final int MOST_LETTERS = 64;

  private DeviceId() {}

  /**
   * Returns whether a device can be called so: by lower-case letters, digits and hyphens, a letter
   * first, 64 at most.
   */
  public static boolean isValid(String text) {
    int length = text.length();
    boolean valid = length > 0 && length <= MOST_LETTERS && isLetter(text.charAt(0));
    for (int i = 1; valid && i < length; i++) {
      valid = isPart(text.charAt(i));
    }
    return valid;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isPart(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
  }
}
