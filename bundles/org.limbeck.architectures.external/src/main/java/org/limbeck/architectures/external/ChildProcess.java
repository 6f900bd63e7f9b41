package org.limbeck.architectures.external;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program that runs: its pipes, what it has written to standard error, and how it ends. */
final class ChildProcess {
  private static final long END_SECONDS = 3;
  private static final long LINES_MILLIS = 500;

  private final Process process;
  private final Optional<Guard> guard;
  private final LastLines errors;
  private final Thread reading;

  private ChildProcess(Process process, Optional<Guard> guard) {
    this.process = process;
    this.guard = guard;
    this.errors = new LastLines(process.getErrorStream());
    this.reading = new Thread(errors, "limbeck-errors-" + process.pid());
    reading.setDaemon(true);
    reading.start();
  }

  /**
   * Starts a program.
   *
   * @throws ProgramException if it cannot be started
   */
  static ChildProcess start(Command command) {
    Process process = null;
    try {
      process = new ProcessBuilder(command.start()).start();
      Optional<Guard> guard =
          Command.hasShell() ? Optional.of(Guard.of(process)) : Optional.empty();
      return new ChildProcess(process, guard);
    } catch (IOException e) {
      if (process != null) {
        process.destroyForcibly();
      }
      throw new ProgramException("cannot start '" + command + "': " + e.getMessage());
    }
  }

  long pid() {
    return process.pid();
  }

  OutputStream input() {
    return process.getOutputStream();
  }

  InputStream output() {
    return process.getInputStream();
  }

  /** Waits a while for the end of the program; returns whether it has ended. */
  boolean hasEndedWithin(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  /** Ends the program at once. */
  void kill() {
    process.destroyForcibly();
  }

  /** Returns how the program has ended, or that it has not. */
  String end() {
    if (!awaitEnd()) {
      return "closed its standard output";
    }
    int code = process.exitValue();
    return code > 128 && Command.hasShell()
        ? "ended with exit code " + code + ", as by signal " + (code - 128)
        : "ended with exit code " + code;
  }

  /** Returns the last lines of standard error; what is still on its way is waited for. */
  List<String> lastLines() {
    try {
      reading.join(LINES_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return errors.lines();
  }

  /**
   * Ends the input of the program, waits for its end, and if that does not come, ends it.
   *
   * @return whether it ended by itself
   */
  boolean stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It has ended before.
    }
    boolean ended = awaitEnd();
    if (!ended) {
      process.destroyForcibly();
      awaitEnd();
    }
    guard.ifPresent(Guard::close);
    return ended;
  }

  private boolean awaitEnd() {
    boolean interrupted = Thread.interrupted();
    try {
      return hasEndedWithin(END_SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
      return !process.isAlive();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
