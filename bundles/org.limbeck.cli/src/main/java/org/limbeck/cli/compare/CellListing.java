package org.limbeck.cli.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.cli.terminal.TextTable;

/** Shows the runs of a comparison with their numbers, and how far they are. */
final class CellListing {
  private final CellRunner runner;
  private final Terminal terminal;

  CellListing(CellRunner runner, Terminal terminal) {
    this.runner = runner;
    this.terminal = terminal;
  }

  /**
   * A run as {@code --list --json} writes it: the components are its keys.
   *
   * @param number its number, from 1
   */
  record Row(int number, String label, long seed, String folder, String state) {}

  /** Writes a line for each run, or JSON. */
  void print(List<Cell> cells, boolean json) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Cell cell : cells) {
      String state =
          runner.isFinished(cell) ? "ended" : runner.isThere(cell) ? "begun" : "not begun";
      rows.add(
          new Row(
              rows.size() + 1,
              cell.label(),
              cell.experiment().seed(),
              runner.place(cell).toString(),
              state));
    }
    if (json) {
      terminal.printJson(rows);
    } else {
      new TextTable<Row>(0)
          .column("", row -> Integer.toString(row.number()))
          .column("experiment", Row::label)
          .column("seed", row -> Long.toString(row.seed()))
          .column("state", Row::state)
          .print(rows, terminal);
    }
  }
}
