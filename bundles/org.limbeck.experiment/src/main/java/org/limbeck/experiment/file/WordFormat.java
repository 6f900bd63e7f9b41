package org.limbeck.experiment.file;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One of some words: the names of constants, such as {@code lock-step}.
 *
 * @param <E> what the words stand for
 */
final class WordFormat<E extends Enum<E>> implements ValueFormat<E> {
  private final Map<String, E> values = new TreeMap<>();

  /** Makes a format of the words for some constants. */
  WordFormat(E[] values) {
    for (E value : values) {
      this.values.put(word(value), value);
    }
  }

  @Override
  public E read(ExperimentSource source, String key, E byDefault) {
    return values.get(source.root().word(key, values.keySet(), word(byDefault)));
  }

  @Override
  public Object write(E value) {
    return word(value);
  }

  @Override
  public String form() {
    return values.keySet().stream().map(WordFormat::quoted).collect(Collectors.joining(" or "));
  }

  @Override
  public String ifAbsent(E byDefault) {
    return quoted(word(byDefault));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String quoted(String text) {
    return "`" + text + "`";
  }
}
