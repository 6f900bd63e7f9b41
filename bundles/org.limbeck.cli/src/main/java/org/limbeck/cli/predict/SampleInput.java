package org.limbeck.cli.predict;

import java.util.List;
import org.limbeck.datasets.catalog.Separator;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The samples to classify, and how the classes are shown. */
final class SampleInput {
  @Parameters(
      index = "0+",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "A CSV file: one sample per line, the features as the dataset's users write them (digits:"
              + " 64 pixels from 0 to 16). A header is skipped. - reads standard input. For a"
              + " device that has learnt from images: image files, or folders of them.")
  private List<String> files;

  @Option(
      names = "--separator",
      paramLabel = "CHARACTER",
      description =
          "What stands between cells: a character, or 'tab'. By default the one of , ; tab | that"
              + " is in the first line.")
  private String separator = "";

  @Option(
      names = "--comment",
      paramLabel = "CHARACTER",
      description =
          "The character that begins lines to leave aside, such as '#'; '' for none. By default as"
              + " in the files that the device has learnt from.")
  private String comment;

  @Option(
      names = "--json",
      description = "Write JSON, with the probability of every class, to standard output.")
  private boolean json;

  /** Returns a CSV file, {@code -} for standard input, or image files and folders of them. */
  List<String> files() {
    return List.copyOf(files);
  }

  /**
   * Returns how a CSV file is written.
   *
   * @param otherwise what begins a comment if nothing was said
   * @throws InvalidInputException if cells may not be separated so, or no comment may begin so
   */
  SampleFormat format(String otherwise) {
    try {
      Separator.require(separator);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(new Origin("--separator", 0, ""), e.getMessage());
    }
    try {
      return new SampleFormat(separator, comment == null ? otherwise : comment);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(new Origin("--comment", 0, ""), e.getMessage());
    }
  }

  /** Returns whether JSON is wanted. */
  boolean json() {
    return json;
  }
}
