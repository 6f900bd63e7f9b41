package org.limbeck.cli.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limbeck new csv}. */
@Command(
    name = "csv",
    description = "Look at a CSV file, and write an experiment with its rows.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck new csv titanic.csv --label Survived",
      "  limbeck new csv iris.csv --out experiments/iris.yaml"
    })
final class NewCsvCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      description = "A CSV file, plain or .gz; its first line names the columns.")
  private Path file;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description =
          "The name of the column that says the class of a row. By default one that is called"
              + " class, label, species, target or y, or else the last.")
  private String label = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write the experiment. By default the name of the CSV file, here.")
  private Path out;

  NewCsvCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CsvDraft draft = new CsvDraft(file, CsvSurvey.of(file, label));
    Path written = out == null ? Path.of(draft.name() + ".yaml") : out;
    try {
      Files.write(
          written,
          draft.text(written).getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new InvalidInputException(
          new Origin(written.toString(), 0, ""), "is there already; name another file with --out");
    }
    terminal.out().println(written);
    return ExitCode.DONE;
  }
}
