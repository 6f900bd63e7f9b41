package org.limbeck.architectures.external;

import java.util.function.LongSupplier;

/** A program, the rows that it has been sent, and how many models use both. */
final class SharedProgram {
  private final Program program;
  private final SentRows rows;
  private int users;

  SharedProgram(Program program, LongSupplier memory) {
    this.program = program;
    this.rows = new SentRows(program, memory);
  }

  Program program() {
    return program;
  }

  SentRows rows() {
    return rows;
  }

  int users() {
    return users;
  }

  void addUser() {
    users++;
  }

  /** Returns how many are left. */
  int removeUser() {
    return --users;
  }
}
