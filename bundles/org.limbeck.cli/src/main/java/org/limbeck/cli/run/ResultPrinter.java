package org.limbeck.cli.run;

import java.nio.file.Path;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.report.Summary;
import org.limbeck.report.page.Report;

/**
 * Shows how a run has ended, and where its folder is.
 *
 * @param json whether it is shown to programs
 * @param quiet whether nothing else is said to them
 */
record ResultPrinter(Terminal terminal, boolean json, boolean quiet) {

  /**
   * Shows a summary.
   *
   * @param baseline what to call the accuracy of the baseline
   * @param folder the run folder, as the user knows it
   */
  void print(Summary summary, String baseline, Path folder) {
    if (json) {
      terminal.out().print(summary.toJson());
      if (!quiet) {
        terminal.err().println("run folder: " + folder);
      }
      return;
    }
    new ResultTable(summary).print(baseline, terminal);
    terminal.out().println();
    terminal.out().println("run folder: " + folder);
    terminal.out().println("report:     " + folder.resolve(Report.PAGE_FILE));
  }
}
