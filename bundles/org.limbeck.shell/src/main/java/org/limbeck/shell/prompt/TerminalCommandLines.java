package org.limbeck.shell.prompt;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * Lines that a person types at the terminal, with editing, history and completion.
 *
 * <p>JLine's own search for a terminal asks the thread's context class loader, which knows nothing
 * of bundles; so this names the providers.
 */
final class TerminalCommandLines implements CommandLines {
  /** The second calls {@code stty}, where there is no native code for the first. */
  private static final List<Supplier<TerminalProvider>> PROVIDERS =
      List.of(JniTerminalProvider::new, ExecTerminalProvider::new);

  private final Terminal terminal;
  private final LineReader reader;
  private final PrintStream out;

  private TerminalCommandLines(Terminal terminal, Completer completer) {
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

  /**
   * Takes over the terminal of this process; empty if nobody types at standard input and reads
   * standard output.
   */
  static Optional<CommandLines> open(Completer completer) throws IOException {
    for (Supplier<TerminalProvider> candidate : PROVIDERS) {
      TerminalProvider provider = candidate.get();
      if (provider.isSystemStream(SystemStream.Input)
          && provider.isSystemStream(SystemStream.Output)) {
        return Optional.of(new TerminalCommandLines(terminal(provider), completer));
      }
    }
    return Optional.empty();
  }

  private static Terminal terminal(TerminalProvider provider) throws IOException {
    return provider.sysTerminal(
        "limbeck",
        System.getenv("TERM"),
        false,
        StandardCharsets.UTF_8,
        true,
        // not the default handler, which would end the process without its shutdown hooks
        Terminal.SignalHandler.SIG_IGN,
        false,
        SystemStream.Output);
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
