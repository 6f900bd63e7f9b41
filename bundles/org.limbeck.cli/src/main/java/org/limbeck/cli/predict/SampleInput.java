package org.limbeck.cli.predict;

import java.util.List;
import org.limbeck.datasets.catalog.CommentLines;
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
   * Returns the character that begins lines to leave aside; empty if there are no such lines.
   *
   * @param otherwise what it is if nothing was said
   * @throws InvalidInputException if no comment may begin so
   */
  String comment(String otherwise) {
    try {
      return comment == null ? otherwise : CommentLines.require(comment);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(new Origin("--comment", 0, ""), e.getMessage());
    }
  }

  /** Returns whether JSON is wanted. */
  boolean json() {
    return json;
  }
}
