package org.limbeck.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/** Files that users name. */
public final class InputFiles {
  private InputFiles() {}

  /**
   * Opens a file.
   *
   * @throws InvalidInputException if it cannot be opened
   */
  public static InputStream open(Path file) {
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(new Origin(file.toString(), 0, ""), "is a folder");
    }
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new InvalidInputException(new Origin(file.toString(), 0, ""), cause(e));
    }
  }

  /** Says which file and why: Java's own messages are often the file's name alone. */
  public static String reason(IOException e) {
    if (e instanceof FileSystemException file && file.getFile() != null) {
      return file.getFile() + ": " + cause(e);
    }
    return cause(e);
  }

  /** Says why a name cannot be that of a file: by the character set of the locale, as a rule. */
  public static String reason(InvalidPathException e) {
    String charset = System.getProperty("sun.jnu.encoding", "ASCII");
    return "'"
        + e.getInput()
        + "' cannot be the name of a file here: "
        + e.getReason()
        + "; the character set of the locale is "
        + charset
        + ", and one with LC_ALL=C.UTF-8 has all characters";
  }

  private static String cause(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
