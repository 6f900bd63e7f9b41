package org.limbeck.cli.data;

/** Shows how far the download of a file has come. */
interface Transfer extends AutoCloseable {

  /** Shows nothing. */
  Transfer SILENT = new Transfer() {};

  /**
   * The file begins to come.
   *
   * @param bytes its size, or −1 if that is not known
   */
  default void begins(long bytes) {}

  /** Some of it has come. */
  default void receives(int bytes) {}

  @Override
  default void close() {}
}
