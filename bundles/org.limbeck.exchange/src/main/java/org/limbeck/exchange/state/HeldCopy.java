package org.limbeck.exchange.state;

import java.util.function.LongFunction;
import org.limbeck.api.Block;

/** A public copy as a device holds it: alone, or together with all who follow the same sender. */
public interface HeldCopy {

  /** Returns the copy. */
  PublicCopy copy();

  /** Returns the sequence number of the next frame that its holder takes in. */
  long due();

  /**
   * Returns whether the sender adds what it sends, so that its holder only reads it; it belongs to
   * the state of the sender then.
   */
  boolean isAdvancedBySender();

  /** Returns the rows of a round. */
  Block rows(long round, LongFunction<Block> selection);
}
