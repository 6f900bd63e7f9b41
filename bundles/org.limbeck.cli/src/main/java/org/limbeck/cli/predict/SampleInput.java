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
          "A CSV file, plain or .gz: one sample per line, the features as the dataset's users write"
              + " them (digits: 64 pixels from 0 to 16). Columns are matched by the names in its"
              + " first line, if it has any; the file that the device has learnt from will do. -"
              + " reads standard input. For a device that has learnt from images: image files, or"
              + " folders of them.")
  private List<String> files;

  @Option(
      names = "--separator",
      paramLabel = "CHARACTER",
      description =
          "What stands between cells: a character, or 'tab'. By default what the experiment says of"
              + " its files, or else the one of , ; tab | that is in the first line.")
  private String separator;

  @Option(
      names = "--comment",
      paramLabel = "CHARACTER",
      description =
          "The character that begins lines to leave aside, such as '#'; '' for none. By default as"
              + " in the files that the device has learnt from.")
  private String comment;

  @Option(
      names = "--accuracy",
      description =
          "Write to standard output how many samples are classified right, too. Labels have to be"
              + " there: a column of the name that the experiment gives, or folders called like"
              + " classes. With --json, 'predictions' then stand beside 'accuracy'.")
  private boolean accuracy;

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
   * @param usualComment what begins a comment if nothing was said
   * @param usualSeparator what stands between cells if nothing was said
   * @throws InvalidInputException if cells may not be separated so, or no comment may begin so
   */
  SampleFormat format(String usualComment, String usualSeparator) {
    String between = separator == null ? usualSeparator : separator;
    try {
      Separator.require(between);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(new Origin("--separator", 0, ""), e.getMessage());
    }
    try {
      return new SampleFormat(between, comment == null ? usualComment : comment);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(new Origin("--comment", 0, ""), e.getMessage());
    }
  }

  /** Returns whether the accuracy is wanted on standard output. */
  boolean accuracy() {
    return accuracy;
  }

  /** Returns whether JSON is wanted. */
  boolean json() {
    return json;
  }
}
