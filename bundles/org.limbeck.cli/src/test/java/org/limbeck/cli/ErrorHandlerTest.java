package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.cli.terminal.Terminal;
import picocli.CommandLine.Help.Ansi;

class ErrorHandlerTest {
  private final StringWriter err = new StringWriter();

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(new NoSuchFileException("a/b"), 1, "a/b: there is no such file"),
        Arguments.of(new AccessDeniedException("a/b"), 1, "a/b: permission denied"),
        Arguments.of(
            new FileSystemException("a/b", null, "No space left on device"),
            1,
            "a/b: No space left on device"),
        Arguments.of(new UncheckedIOException(new IOException("disk on fire")), 1, "disk on fire"),
        Arguments.of(
            new InvalidPathException("\u5b9f", "unmappable characters"),
            2,
            "'\u5b9f' cannot be the name of a file here: unmappable characters; the character set"),
        Arguments.of(new InterruptedException(), 130, "interrupted"),
        Arguments.of(new ClosedByInterruptException(), 130, "interrupted"),
        Arguments.of(new IllegalStateException("x"), 1, "unexpected error: "));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void reports(Throwable error, int code, String message) {
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            Ansi.OFF,
            Ansi.OFF,
            false);

    assertThat(new ErrorHandler(terminal, () -> false, () -> false).handle(error)).isEqualTo(code);

    assertThat(err.toString()).startsWith("limbeck: " + message).doesNotContain("\tat ");
  }
}
