package org.limbeck.cli.terminal;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** How parts of the output stand out, where colour is allowed. */
public final class Styles {
  private Styles() {}

  public static String heading(Ansi ansi, String text) {
    return styled(ansi, text, Style.bold);
  }

  public static String error(Ansi ansi, String text) {
    return styled(ansi, text, Style.bold, Style.fg_red);
  }

  private static String styled(Ansi ansi, String text, IStyle... styles) {
    return ansi.enabled() ? Style.on(styles) + text + Style.reset.off() : text;
  }
}
