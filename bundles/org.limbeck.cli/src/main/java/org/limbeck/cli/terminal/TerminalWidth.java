package org.limbeck.cli.terminal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many characters a line of a terminal has. */
final class TerminalWidth {
  private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d{1,5} (\\d{1,5})\\s*");

  /** Less says nothing; some terminals say that they have none. */
  private static final int LEAST = 10;

  private TerminalWidth() {}

  /** Asks {@code stty} for the terminal that standard error is. */
  static int ofStandardError() {
    try {
      Process size =
          new ProcessBuilder("sh", "-c", "stty size <&2 2>/dev/null")
              .redirectInput(Redirect.INHERIT)
              .redirectError(Redirect.INHERIT)
              .start();
      String answer = new String(size.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return size.waitFor() == 0 ? parse(answer) : Terminal.USUAL_COLUMNS;
    } catch (IOException noSuchProgram) {
      return Terminal.USUAL_COLUMNS;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Terminal.USUAL_COLUMNS;
    }
  }

  /** Returns the columns of such as {@code 24 80}. */
  static int parse(String rowsAndColumns) {
    Matcher matcher = ROWS_AND_COLUMNS.matcher(rowsAndColumns);
    int columns = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    return columns < LEAST ? Terminal.USUAL_COLUMNS : columns;
  }
}
