package org.limbeck.api;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What can be saved between two rounds and go on later as if nothing had happened: restoring the
 * saved state into a freshly made object of the same kind and options gives an object that behaves
 * bit for bit like the one that was saved. Saving changes nothing.
 */
public interface Stateful {

  /**
   * Writes the whole state.
   *
   * @throws IOException if {@code out} fails
   */
  void save(DataOutput out) throws IOException;

  /**
   * Replaces the state by one that {@link #save} wrote, reading exactly as much as it wrote.
   *
   * @throws IOException if {@code in} fails or ends early, or if it holds a state of another kind
   *     or size; then the message says what was expected. The object must not be used any further.
   */
  void restore(DataInput in) throws IOException;
}
