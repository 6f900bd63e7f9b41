package org.limbeck.shell.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Job;
import org.limbeck.shell.command.Commands;

/** Reads lines and has Gogo carry them out, until there are no more or someone leaves. */
final class PromptSession implements AutoCloseable {
  private static final Set<String> LEAVE = Set.of("exit", "quit");

  private final CommandLines lines;
  private final Prompt prompt;
  private final CommandSession gogo;
  private volatile boolean left;

  PromptSession(CommandProcessor processor, CommandLines lines, Prompt prompt) {
    this.lines = lines;
    this.prompt = prompt;
    this.gogo = processor.createSession(InputStream.nullInputStream(), lines.out(), lines.err());
    gogo.put("SCOPE", Commands.SCOPE + ":*");
  }

  /** Reads to the end. */
  void run() throws IOException {
    lines.onInterrupt(this::giveUp);
    while (!left) {
      Optional<String> line = lines.next(prompt.toString());
      if (line.isEmpty() || LEAVE.contains(line.get().strip())) {
        return;
      }
      if (!line.get().isBlank() && !left) {
        carryOut(line.get());
      }
    }
  }

  /** Makes {@link #run} return as soon as it can; what it is doing is given up. */
  @Override
  public void close() {
    left = true;
    gogo.close();
  }

  private void carryOut(String line) {
    try {
      Object result = gogo.execute(line);
      if (result != null) {
        lines.out().println(gogo.format(result, Converter.INSPECT));
      }
    } catch (InterruptedException e) {
      complain("no longer waiting; what was asked for still happens");
    } catch (CommandNotFoundException e) {
      complain("there is no command '" + e.getCommand() + "'; 'help' shows all");
    } catch (Exception e) {
      complain(Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
    lines.out().flush();
    lines.err().flush();
  }

  private void complain(String message) {
    if (!left) {
      lines.err().println(message);
    }
  }

  private void giveUp() {
    Job job = gogo.foregroundJob();
    if (job != null) {
      job.interrupt();
    }
  }
}
