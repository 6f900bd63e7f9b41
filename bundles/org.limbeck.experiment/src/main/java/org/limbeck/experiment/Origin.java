package org.limbeck.experiment;

/**
 * Where a value of an experiment was written.
 *
 * @param source a file, or the setting on the command line: {@code --set key.path=value}
 * @param line the line from 1; 0 where there is none
 * @param key the path of the key, such as {@code devices.0.architecture}; empty for the whole
 */
public record Origin(String source, int line, String key) {

  /** Returns the origin of a key below this one, on the same line. */
  public Origin child(String name) {
    return new Origin(source, line, key.isEmpty() ? name : key + "." + name);
  }

  /** Returns the place as messages name it, without the password of an address. */
  @Override
  public String toString() {
    String shown = PasswordRedaction.of(source);
    String place = line > 0 ? shown + ":" + line : shown;
    return key.isEmpty() || source.contains(" " + key + "=") ? place : place + ": " + key;
  }
}
