package org.limbeck.cli.terminal;

import java.io.InputStream;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/**
 * What a command reads from and writes to.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param outColour whether colour may be written to standard output
 * @param errColour whether colour may be written to standard error
 * @param errInteractive whether a person sees standard error as it is written, and lines may be
 *     written over
 * @param errColumns how many characters a line has there
 */
public record Terminal(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Ansi outColour,
    Ansi errColour,
    boolean errInteractive,
    int errColumns) {
  /** What terminals have that do not say. */
  static final int USUAL_COLUMNS = 80;

  /** Makes a terminal of the usual width. */
  public Terminal(
      InputStream in,
      PrintWriter out,
      PrintWriter err,
      Ansi outColour,
      Ansi errColour,
      boolean errInteractive) {
    this(in, out, err, outColour, errColour, errInteractive, USUAL_COLUMNS);
  }

  /** Writes a value to standard output as JSON. */
  public void printJson(Object value) {
    out.println(JsonOutput.of(value));
  }

  /** Writes a message about something that went wrong. */
  public void complain(String message) {
    err.println(Styles.error(errColour, "limbeck:") + " " + message);
    err.flush();
  }
}
