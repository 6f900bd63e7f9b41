package org.limbeck.shell.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The arguments of a command as they were typed, from what Gogo makes of them. */
public final class Arguments {
  private Arguments() {}

  /**
   * Returns the arguments as texts. Gogo takes {@code hidden=[64, 32]} apart, into {@code hidden=}
   * and a list of {@code 64,} and {@code 32}: these are put together again.
   */
  public static List<String> of(List<?> arguments) {
    List<String> texts = new ArrayList<>();
    for (Object argument : arguments) {
      String text = text(argument);
      int last = texts.size() - 1;
      if (argument instanceof Collection && last >= 0 && texts.get(last).endsWith("=")) {
        texts.set(last, texts.get(last) + text);
      } else {
        texts.add(text);
      }
    }
    return texts;
  }

  private static String text(Object argument) {
    return argument instanceof Collection<?> list
        ? list.stream().map(Arguments::text).collect(Collectors.joining(" ", "[", "]"))
        : String.valueOf(argument);
  }
}
