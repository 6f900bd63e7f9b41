package org.limbeck.architectures.external;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends a program that leaves a question without an answer for too long. It looks once a second, and
 * counts how often it has seen the same question.
 */
final class Watchdog implements Runnable {
  private final ChildProcess process;
  private final int timeout;

  /** Goes up with each question, and with each answer: odd while an answer is due. */
  private final AtomicInteger turns = new AtomicInteger();

  private volatile boolean timedOut;

  private Watchdog(ChildProcess process, int timeout) {
    this.process = process;
    this.timeout = timeout;
  }

  /**
   * Watches until a program has ended.
   *
   * @param timeout for how many seconds an answer is waited for
   */
  static Watchdog of(ChildProcess process, int timeout) {
    Watchdog watchdog = new Watchdog(process, timeout);
    Thread thread = new Thread(watchdog, "limbeck-watchdog-" + process.pid());
    thread.setDaemon(true);
    thread.start();
    return watchdog;
  }

  void asked() {
    turns.incrementAndGet();
  }

  void answered() {
    turns.incrementAndGet();
  }

  /** Returns whether the program was ended for not answering. */
  boolean hasTimedOut() {
    return timedOut;
  }

  @Override
  public void run() {
    int last = 0;
    int seconds = 0;
    try {
      while (!process.hasEndedWithin(1)) {
        int turn = turns.get();
        seconds = turn == last && turn % 2 != 0 ? seconds + 1 : 0;
        last = turn;
        if (seconds >= timeout) {
          timedOut = true;
          process.kill();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
