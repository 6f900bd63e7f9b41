package org.limbeck.experiment.file;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One of some words.
 *
 * @param <E> what the words stand for
 */
final class WordFormat<E> implements ValueFormat<E> {
  private final Map<String, E> values = new TreeMap<>();
  private final Function<E, String> word;

  /**
   * Makes a format.
   *
   * @param values all that words stand for
   * @param word gives the word for one of them
   */
  WordFormat(E[] values, Function<E, String> word) {
    for (E value : values) {
      this.values.put(word.apply(value), value);
    }
    this.word = word;
  }

  @Override
  public E read(ExperimentSource source, String key, E byDefault) {
    return values.get(source.root().word(key, values.keySet(), word.apply(byDefault)));
  }

  @Override
  public Object write(E value) {
    return word.apply(value);
  }

  @Override
  public String form() {
    return values.keySet().stream().map(WordFormat::quoted).collect(Collectors.joining(" or "));
  }

  @Override
  public String ifAbsent(E byDefault) {
    return quoted(word.apply(byDefault));
  }

  private static String quoted(String text) {
    return "`" + text + "`";
  }
}
