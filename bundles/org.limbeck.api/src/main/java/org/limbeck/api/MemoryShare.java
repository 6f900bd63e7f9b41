package org.limbeck.api;

import java.util.Locale;

/**
 * How much memory may be taken by what one reader reads, such as the rows of a dataset, an image,
 * or a network.
 *
 * @param bytes how many bytes, at least 0
 */
public record MemoryShare(long bytes) {
  private static final int PARTS = 3;

  /** Returns a third of the heap that this process may have: what is read is copied once or so. */
  public static MemoryShare ofHeap() {
    return new MemoryShare(Runtime.getRuntime().maxMemory() / PARTS);
  }

  /**
   * Is asked before room is made.
   *
   * @param what the thing that is read, with its file
   * @param needed how many bytes it takes
   * @throws IllegalArgumentException if they are too many; the message says so
   */
  public void require(String what, long needed) {
    if (needed > bytes) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s takes more memory than it may, a third of the heap: %,d bytes, and %,d are"
                  + " allowed; -Xmx gives it more",
              what,
              needed,
              bytes));
    }
  }
}
