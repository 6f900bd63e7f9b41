package org.limbeck.cli.data;

import java.io.PrintWriter;
import org.limbeck.cli.terminal.ByteCount;

/** Writes a line when a file is being downloaded. */
final class TransferLine implements Transfer {
  private final PrintWriter out;
  private final String file;

  TransferLine(PrintWriter out, String file) {
    this.out = out;
    this.file = file;
  }

  @Override
  public void begins(long bytes) {
    out.println(file + (bytes < 0 ? "" : " " + ByteCount.readable(bytes)));
    out.flush();
  }
}
