package org.limbeck.architectures.external;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program and its arguments.
 *
 * @param words the program, by its path or its name, and its arguments; at least one word
 */
record Command(List<String> words) {
  private static final int LONGEST_SHOWN = 100;
  private static final Path SHELL = Path.of("/bin/sh");

  Command {
    words = List.copyOf(words);
    if (words.isEmpty() || words.get(0).isBlank()) {
      throw new IllegalArgumentException(
          "command names no program; it is a list of the program and its arguments, such as"
              + " [python3, model.py]");
    }
  }

  /** Returns whether this machine has a POSIX shell. */
  static boolean hasShell() {
    return File.separatorChar == '/' && Files.isExecutable(SHELL);
  }

  /**
   * Returns what starts the program: on POSIX so that it does not notice when somebody interrupts
   * Limbeck at the terminal.
   *
   * @throws ProgramException if there is no such program
   */
  List<String> start() {
    if (!hasShell()) {
      return words;
    }
    requireProgram();
    return Stream.concat(
            Stream.of(SHELL.toString(), "-c", "trap '' INT QUIT HUP; exec \"$@\"", "limbeck"),
            words.stream())
        .toList();
  }

  private void requireProgram() {
    String program = words.get(0);
    boolean isPath = program.indexOf('/') >= 0;
    try {
      if (isPath ? !isExecutable(Path.of(program)) : onPath(program).isEmpty()) {
        throw new ProgramException(absence(program, isPath));
      }
    } catch (InvalidPathException e) {
      throw new ProgramException("'" + program + "' cannot be the name of a program");
    }
  }

  private String absence(String program, boolean isPath) {
    String shown = "cannot start '" + this + "': ";
    if (!isPath) {
      return shown + "there is no program '" + program + "' on PATH";
    }
    Path file = Path.of(program).toAbsolutePath();
    return Files.exists(file)
        ? shown + file + " is not executable"
        : shown + "there is no file " + file;
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
        .map(folder -> Path.of(folder.isEmpty() ? "." : folder, program))
        .filter(Command::isExecutable)
        .findFirst();
  }

  private static boolean isExecutable(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  /** Returns the words as one would type them, cut where they are very long. */
  @Override
  public String toString() {
    String all = words.stream().collect(Collectors.joining(" "));
    return all.length() <= LONGEST_SHOWN ? all : all.substring(0, LONGEST_SHOWN) + "…";
  }
}
