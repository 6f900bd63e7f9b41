package org.limbeck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.InvalidPathException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.command.InputFiles;
import org.limbeck.cli.data.DownloadException;
import org.limbeck.cli.run.UnfinishedRunException;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Problem;
import org.limbeck.report.RunFolderException;
import org.limbeck.report.parts.PartsException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into messages on standard error and an exit code. */
final class ErrorHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Terminal terminal;
  private final BooleanSupplier stackTrace;
  private final BooleanSupplier stopping;

  /**
   * Makes a handler.
   *
   * @param stackTrace whether stack traces are wanted
   * @param stopping whether the process is being stopped, which makes all sorts of things go wrong
   */
  ErrorHandler(Terminal terminal, BooleanSupplier stackTrace, BooleanSupplier stopping) {
    this.terminal = terminal;
    this.stackTrace = stackTrace;
    this.stopping = stopping;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    terminal.complain(e instanceof UnmatchedArgumentException u ? unmatched(u) : e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, terminal.err());
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.err().println("Try '" + command + " --help'.");
    return ExitCode.WRONG_INPUT;
  }

  /** Names the first argument only: those after it may be wrong because of it. */
  private static String unmatched(UnmatchedArgumentException e) {
    String argument = "'" + e.getUnmatched().get(0) + "'";
    if (e.isUnknownOption()) {
      return "Unknown option: " + argument;
    }
    Set<String> commands = e.getCommandLine().getSubcommands().keySet();
    return commands.isEmpty()
        ? "Unexpected argument: " + argument
        : "Unknown command: " + argument + "; choose one of " + String.join(", ", commands);
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof ParameterException wrongArgument) {
      return handleParseException(wrongArgument, new String[0]);
    }
    return handle(e);
  }

  /** Reports anything but a wrong command line. */
  int handle(Throwable e) {
    if (e instanceof UnfinishedRunException unfinished) {
      int code = handle(unfinished.getCause());
      terminal.complain(unfinished.getMessage());
      return code;
    }
    int code = report(e);
    if (stackTrace.getAsBoolean()) {
      e.printStackTrace(terminal.err());
    } else if (code == ExitCode.FAILED && !(e instanceof DownloadException)) {
      terminal.complain("add --stacktrace to see where this came up");
    }
    return code;
  }

  private int report(Throwable e) {
    if (e instanceof InterruptedException
        || e instanceof ClosedByInterruptException
        || stopping.getAsBoolean()) {
      terminal.complain("interrupted");
      for (Throwable leftUndone : e.getSuppressed()) {
        if (leftUndone instanceof InvalidInputException invalid) {
          complain(invalid);
        }
      }
      return ExitCode.INTERRUPTED;
    }
    if (e instanceof InvalidInputException invalid) {
      complain(invalid);
      return ExitCode.WRONG_INPUT;
    }
    if (e instanceof InvalidPathException path) {
      terminal.complain(InputFiles.reason(path));
      return ExitCode.WRONG_INPUT;
    }
    if (e instanceof RunFolderException || e instanceof PartsException) {
      terminal.complain(e.getMessage());
      return ExitCode.WRONG_INPUT;
    }
    if (e instanceof UncheckedIOException wrapped) {
      return report(wrapped.getCause());
    }
    if (e instanceof IOException io) {
      terminal.complain(InputFiles.reason(io));
      return ExitCode.FAILED;
    }
    terminal.complain("unexpected error: " + e);
    return ExitCode.FAILED;
  }

  private void complain(InvalidInputException invalid) {
    invalid.problems().stream().map(Problem::toString).forEach(terminal::complain);
  }
}
