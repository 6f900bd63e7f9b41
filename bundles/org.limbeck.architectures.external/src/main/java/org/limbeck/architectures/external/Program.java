package org.limbeck.architectures.external;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.Optional;

/**
 * A program that answers questions, one at a time. It is started by {@link #start}, and whoever
 * asks holds its monitor from the first word of a question to the last of the answer. Once a
 * question has failed but by an answer of the program itself, all others fail in the same way.
 */
final class Program implements AutoCloseable {
  static final int VERSION = 1;

  private static final byte[] MAGIC = {'L', 'M', 'B', 'X'};
  private static final int ANY = -1;
  private static final int MOST_SHOWN = 200;

  private final Command command;
  private final int timeout;
  private final MessageWriter question = new MessageWriter();
  private final MessageReader answer = new MessageReader();
  private ChildProcess process;
  private Watchdog watchdog;
  private Abilities abilities;
  private String name;
  private MessageKind asked;
  private int models;
  private volatile Optional<ProgramException> failure = Optional.empty();

  /**
   * Names a program that is not started yet.
   *
   * @param timeout for how many seconds an answer is waited for
   */
  Program(Command command, int timeout) {
    this.command = command;
    this.timeout = timeout;
  }

  /**
   * Starts the program unless it runs already, and greets it.
   *
   * @throws ProgramException if it cannot be started, or speaks something else
   */
  synchronized void start() {
    requireWorking();
    if (process != null) {
      return;
    }
    try {
      process = ChildProcess.start(command);
    } catch (ProgramException e) {
      failure = Optional.of(e);
      throw e;
    }
    watchdog = Watchdog.of(process, timeout);
    question(MessageKind.HELLO).raw(MAGIC).int16(VERSION);
    MessageReader hello = ask(ANY);
    try {
      greet(hello);
    } catch (BufferUnderflowException e) {
      throw fail("answered 'hello' with a message that is too short");
    }
  }

  private void greet(MessageReader hello) {
    for (byte expected : MAGIC) {
      if (hello.byte8() != expected) {
        throw fail("answered 'hello' without LMBX at the beginning: it speaks another protocol");
      }
    }
    int version = hello.int16();
    if (version != VERSION) {
      throw fail(
          "speaks version "
              + version
              + " of the protocol, and this Limbeck speaks version "
              + VERSION);
    }
    name = hello.text();
    int bits = hello.int32();
    if (hello.remaining() > 0) {
      throw fail("answered 'hello' with " + hello.remaining() + " bytes too many");
    }
    try {
      abilities = Abilities.of(bits);
    } catch (ProgramException e) {
      throw fail(e.getMessage());
    }
  }

  Command command() {
    return command;
  }

  /** Returns the name that the program gave itself. */
  synchronized String name() {
    return name;
  }

  synchronized Abilities abilities() {
    return abilities;
  }

  /** Returns a number for another model. */
  synchronized int nextModel() {
    return models++;
  }

  synchronized long pid() {
    return process.pid();
  }

  /** Returns whether questions are of no use any more. */
  boolean hasFailed() {
    return failure.isPresent();
  }

  /** Begins a question. */
  MessageWriter question(MessageKind kind) {
    requireWorking();
    asked = kind;
    return question.begin(kind);
  }

  /** Returns the question that was begun. */
  MessageWriter question() {
    return question;
  }

  /** Asks the question that was begun, and returns an answer of any length. */
  MessageReader ask() {
    return ask(ANY);
  }

  /**
   * Asks the question that was begun.
   *
   * @param bytes how long the body of the answer has to be
   * @return the answer, until the next question
   * @throws RefusedQuestionException if the program answers with an error
   * @throws ProgramException if it does not answer, or not as it should
   */
  MessageReader ask(long bytes) {
    boolean sent = send();
    try {
      InputStream in = process.output();
      answer.head(in);
      if (!answer.hasPossibleLength() || !isAnswer(answer.kind())) {
        throw fail(strayOutput(answer.headBytes(), in));
      }
      answer.body(in);
    } catch (IOException e) {
      throw ended();
    } finally {
      watchdog.answered();
    }
    if (answer.kind() == MessageKind.ERROR.code()) {
      throw refused();
    }
    if (!sent) {
      throw ended();
    }
    if (bytes != ANY && answer.length() != bytes) {
      throw fail(
          "answered '"
              + asked
              + "' with "
              + answer.length()
              + " bytes, where "
              + bytes
              + " are due");
    }
    return answer;
  }

  private boolean isAnswer(byte kind) {
    return kind == asked.code() || kind == MessageKind.ERROR.code();
  }

  /** Returns whether all was sent; what the program says about it may be there to be read. */
  private boolean send() {
    watchdog.asked();
    try {
      question.send(process.input());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private ProgramException refused() {
    try {
      return new RefusedQuestionException(
          "'" + command + "' answered '" + asked + "' with an error: " + Shown.text(answer.text()));
    } catch (BufferUnderflowException e) {
      return fail("answered '" + asked + "' with an error without a text");
    }
  }

  private String strayOutput(byte[] head, InputStream in) throws IOException {
    byte[] shown = new byte[MOST_SHOWN];
    System.arraycopy(head, 0, shown, 0, head.length);
    int more = Math.min(in.available(), MOST_SHOWN - head.length);
    int count = head.length + in.readNBytes(shown, head.length, more);
    return "wrote to its standard output what is no answer to '"
        + asked
        + "': "
        + Shown.bytes(shown, count)
        + (Shown.isText(shown, count)
            ? "; standard output is for the protocol, and standard error for all else"
            : "");
  }

  private ProgramException ended() {
    if (watchdog.hasTimedOut()) {
      return fail("did not answer '" + asked + "' within " + timeout + " s (option timeout)");
    }
    return fail(process.end() + " when it was asked to '" + asked + "'");
  }

  /** Gives up: ends the program, and returns what to throw, now and from now on. */
  ProgramException fail(String what) {
    process.kill();
    List<String> lines = process.lastLines();
    String said =
        lines.isEmpty() ? "" : "; its standard error ends with: " + String.join(" | ", lines);
    ProgramException e = new ProgramException("'" + command + "' " + what + said);
    failure = Optional.of(e);
    return e;
  }

  private void requireWorking() {
    if (failure.isPresent()) {
      throw new ProgramException(failure.get().getMessage());
    }
  }

  /** Ends the program. */
  @Override
  public void close() {
    stop();
  }

  /** Ends the program, and returns whether it ended by itself when its input did. */
  synchronized boolean stop() {
    boolean ended = process == null || process.stop();
    if (failure.isEmpty()) {
      failure = Optional.of(new ProgramException("'" + command + "' was ended"));
    }
    return ended;
  }
}
