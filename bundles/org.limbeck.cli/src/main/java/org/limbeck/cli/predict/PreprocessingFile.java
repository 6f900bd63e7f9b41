package org.limbeck.cli.predict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.MemoryShare;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.cli.command.InputFiles;
import org.limbeck.cli.terminal.JsonOutput;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/** The file beside a model that says how samples become rows, and what classes are called. */
public final class PreprocessingFile {
  private static final int FORMAT = 1;

  /** How much memory columns take at most for each byte of the file. */
  private static final long MEMORY_PER_BYTE = 10;

  private PreprocessingFile() {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @JsonPropertyOrder({"format", "height", "width", "channels", "comment", "classes", "columns"})
  private record Content(
      int format,
      int height,
      int width,
      int channels,
      String comment,
      List<String> classes,
      List<SavedColumn> columns) {}

  /** Returns the content of such a file. */
  public static byte[] of(Preprocessing preprocessing) {
    Shape shape = preprocessing.shape();
    Content content =
        new Content(
            FORMAT,
            shape.height(),
            shape.width(),
            shape.channels(),
            preprocessing.comment(),
            preprocessing.classNames(),
            preprocessing.columns().stream().map(SavedColumn::of).toList());
    return (JsonOutput.of(content) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a file.
   *
   * @return empty if there is none
   * @throws InvalidInputException if it says nothing that may be
   */
  static Optional<Preprocessing> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (InputStream in = InputFiles.open(file)) {
      MemoryShare.ofHeap().require("what is in it", MEMORY_PER_BYTE * Files.size(file));
      Content content = new ObjectMapper().readValue(in, Content.class);
      if (content == null || content.format() != FORMAT) {
        throw new IllegalArgumentException("this version of Limbeck reads format " + FORMAT);
      }
      if (content.classes() == null
          || content.columns() == null
          || content.classes().contains(null)
          || content.columns().contains(null)) {
        throw new IllegalArgumentException("its 'classes' or 'columns' are not all there");
      }
      return Optional.of(
          new Preprocessing(
              new Shape(content.height(), content.width(), content.channels()),
              content.columns().stream().map(SavedColumn::encoder).toList(),
              content.classes(),
              content.comment() == null ? "" : content.comment()));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new InvalidInputException(
          new Origin(file.toString(), line, ""), e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(new Origin(file.toString(), 0, ""), e.getMessage());
    }
  }
}
