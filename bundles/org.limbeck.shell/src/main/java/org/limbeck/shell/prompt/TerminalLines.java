package org.limbeck.shell.prompt;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/**
 * Lines that a person types at the terminal, with editing, history and completion.
 *
 * <p>JLine's own search for a terminal asks the thread's context class loader, which knows nothing
 * of bundles. So this names the provider that it would end at: the one that calls {@code stty} and
 * needs no native code.
 */
final class TerminalLines implements Lines {
  private final Terminal terminal;
  private final LineReader reader;
  private final PrintStream out;

  private TerminalLines(Terminal terminal, Completer completer) {
    this.terminal = terminal;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("limbeck")
            .completer(completer)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    this.out = new PrintStream(terminal.output(), true, StandardCharsets.UTF_8);
  }

  /** Returns whether a person sits at standard input and reads standard output. */
  static boolean available() {
    ExecTerminalProvider provider = new ExecTerminalProvider();
    return provider.isPosixSystemStream(SystemStream.Input)
        && provider.isPosixSystemStream(SystemStream.Output);
  }

  /** Takes over the terminal of this process. */
  static TerminalLines open(Completer completer) throws IOException {
    Terminal terminal =
        new ExecTerminalProvider()
            .sysTerminal(
                "limbeck",
                System.getenv("TERM"),
                false,
                StandardCharsets.UTF_8,
                true,
                // not the default one, which would end the process without its shutdown hooks
                Terminal.SignalHandler.SIG_IGN,
                false,
                SystemStream.Output);
    return new TerminalLines(terminal, completer);
  }

  @Override
  public Optional<String> next(String prompt) {
    try {
      return Optional.of(reader.readLine(prompt));
    } catch (UserInterruptException e) {
      return Optional.of("");
    } catch (EndOfFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public PrintStream out() {
    return out;
  }

  @Override
  public PrintStream err() {
    return out;
  }

  @Override
  public void onInterrupt(Runnable action) {
    terminal.handle(Terminal.Signal.INT, signal -> action.run());
  }

  @Override
  public void close() throws IOException {
    out.flush();
    terminal.close();
  }
}
