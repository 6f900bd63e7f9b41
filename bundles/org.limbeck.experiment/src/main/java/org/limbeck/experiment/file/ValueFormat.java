package org.limbeck.experiment.file;

/**
 * How values of a kind are read from an experiment file and written to one.
 *
 * @param <T> the value
 */
interface ValueFormat<T> {
  /** What the documentation says of keys that cannot be absent. */
  String REQUIRED = "must be there";

  /**
   * Returns the value of a key. Notes in the source what is wrong with it.
   *
   * @param byDefault the value where the key is absent, or wrong
   */
  T read(ExperimentSource source, String key, T byDefault);

  /** Returns a value as YAML: a text, a number, a list or a map. */
  default Object write(T value) {
    return value;
  }

  /** Returns what a value looks like, for the documentation. */
  String form();

  /**
   * Returns what holds where the key is absent, for the documentation.
   *
   * @param byDefault the value there
   */
  default String ifAbsent(T byDefault) {
    return String.valueOf(write(byDefault));
  }

  /** Returns whether a value is a plug-in, a name alone or a group with a name. */
  default boolean isPlugin() {
    return false;
  }
}
