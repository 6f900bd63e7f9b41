package org.limbeck.architectures.external;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.limbeck.api.MemoryShare;

/** The programs of one command, shared out among models. */
final class ProgramPool {
  /** What rows take of the share that data may have of the heap. */
  private static final int PART = 2;

  private final Command command;
  private final int processes;
  private final int timeout;
  private final List<SharedProgram> programs = new ArrayList<>();

  /**
   * Makes a pool without programs.
   *
   * @param processes how many programs models share; 0 for one for each model
   * @param timeout for how many seconds an answer is waited for
   */
  ProgramPool(Command command, int processes, int timeout) {
    this.command = command;
    this.processes = processes;
    this.timeout = timeout;
  }

  /** Returns the program of another model, which gives it back; it may not be started yet. */
  synchronized SharedProgram take() {
    List<SharedProgram> working =
        programs.stream().filter(program -> !program.program().hasFailed()).toList();
    SharedProgram chosen =
        processes > 0 && working.size() >= processes
            ? working.stream().min(Comparator.comparingInt(SharedProgram::users)).orElseThrow()
            : add();
    chosen.addUser();
    return chosen;
  }

  /** Ends a program that no model uses any more. */
  void giveBack(SharedProgram program) {
    synchronized (this) {
      if (program.removeUser() > 0) {
        return;
      }
      programs.remove(program);
    }
    program.program().close();
  }

  private SharedProgram add() {
    SharedProgram program = new SharedProgram(new Program(command, timeout), this::memoryOfOne);
    programs.add(program);
    return program;
  }

  private synchronized long memoryOfOne() {
    return MemoryShare.ofHeap().bytes() / PART / Math.max(1, programs.size());
  }

  /**
   * Ends all programs, also those that models still use.
   *
   * @return whether they ended by themselves when their input did
   */
  boolean stop() {
    List<SharedProgram> left;
    synchronized (this) {
      left = List.copyOf(programs);
      programs.clear();
    }
    boolean ended = true;
    for (SharedProgram program : left) {
      ended &= program.program().stop();
    }
    return ended;
  }
}
