package org.limbeck.exchange.state;

import java.util.function.LongFunction;
import org.limbeck.api.Block;

/**
 * A public copy that all who follow a sender hold, as one device reads it. The rows of a round lie
 * open once they have been sent; only the sender may lay them open, as others read them at the same
 * time.
 */
public final class SharedCopy implements HeldCopy {
  private final PublicCopy copy;
  private Block apart;

  /** Makes a reader of a copy. */
  public SharedCopy(PublicCopy copy) {
    this.copy = copy;
    this.apart = new Block(0, copy.width());
  }

  @Override
  public PublicCopy copy() {
    return copy;
  }

  /** The copy is one frame ahead of those who have not taken it in. */
  @Override
  public long due() {
    return copy.frames() - 1;
  }

  @Override
  public boolean isAdvancedBySender() {
    return true;
  }

  @Override
  public Block rows(long round, LongFunction<Block> selection) {
    if (copy.hasPublished(round)) {
      return copy.published();
    }
    Block selected = selection.apply(round);
    if (apart.capacity() < selected.rows()) {
      apart = new Block(selected.rows(), copy.width());
    }
    copy.read(selected, apart);
    return apart;
  }
}
