package org.limbeck.experiment;

import java.util.regex.Pattern;

/** Takes the users and passwords out of addresses, before a text is shown or kept. */
final class PasswordRedaction {
  private static final Pattern LOGIN = Pattern.compile("[^\\s'\"=]+:[^\\s'\"]*@");

  private PasswordRedaction() {}

  static String of(String text) {
    return text.indexOf('@') < 0 ? text : LOGIN.matcher(text).replaceAll("…@");
  }
}
