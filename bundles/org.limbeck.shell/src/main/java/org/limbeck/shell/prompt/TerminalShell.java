package org.limbeck.shell.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.felix.service.command.CommandProcessor;
import org.limbeck.engine.control.Shell;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.shell.command.Commands;
import org.limbeck.shell.command.OpenRuns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets a person steer runs from the terminal of this process, or a pipe from standard input. */
@Component
public final class TerminalShell implements Shell {
  private static final long TIDY_MILLIS = 500;

  private final CommandProcessor processor;
  private final OpenRuns runs;
  private final PluginCatalog catalog;

  /** Is called by the component runtime. */
  @Activate
  public TerminalShell(
      @Reference CommandProcessor processor,
      @Reference OpenRuns runs,
      @Reference PluginCatalog catalog) {
    this.processor = processor;
    this.runs = runs;
    this.catalog = catalog;
  }

  @Override
  public void run() throws InterruptedException {
    try (CommandLines lines = open();
        PromptSession session = new PromptSession(processor, lines, new Prompt(runs))) {
      run(session);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the terminal", e);
    }
  }

  /**
   * Reads on a thread of its own: there an interrupt is Ctrl-C, and here it means to leave. Reading
   * from a pipe heeds no interrupt, so that thread may be left behind, waiting for a line.
   */
  static void run(PromptSession session) throws InterruptedException, IOException {
    FutureTask<Void> reading =
        new FutureTask<>(
            () -> {
              session.run();
              return null;
            });
    Thread reader = new Thread(reading, "limbeck-shell");
    reader.setDaemon(true);
    reader.start();
    try {
      reading.get();
    } catch (InterruptedException e) {
      session.close();
      reader.interrupt();
      reader.join(TIDY_MILLIS);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException reason) {
        throw reason;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private CommandLines open() throws IOException {
    Suggestions suggestions = new Suggestions(new Commands(runs, catalog), runs, catalog);
    return TerminalCommandLines.open(new SuggestionCompleter(suggestions))
        .orElseGet(TerminalShell::piped);
  }

  private static CommandLines piped() {
    return new PipedCommandLines(
        new FileInputStream(FileDescriptor.in),
        stream(FileDescriptor.out),
        stream(FileDescriptor.err));
  }

  /** Gogo's {@code System.out} leads to the session of the thread: it cannot be what that uses. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, UTF_8);
  }
}
