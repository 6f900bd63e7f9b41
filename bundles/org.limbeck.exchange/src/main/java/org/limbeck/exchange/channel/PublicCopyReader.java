package org.limbeck.exchange.channel;

import java.util.function.LongFunction;
import org.limbeck.api.Block;

/** Reads a public copy, which may be shared with other devices. */
public final class PublicCopyReader {
  private final PublicCopy copy;
  private final boolean shared;
  private Block apart;

  public PublicCopyReader(PublicCopy copy, boolean shared) {
    this.copy = copy;
    this.shared = shared;
    this.apart = new Block(0, copy.width());
  }

  public PublicCopy copy() {
    return copy;
  }

  public boolean isShared() {
    return shared;
  }

  /**
   * Returns the rows of a round. Of a shared copy they lie open once their device has sent them;
   * only that device may lay them open, as others read them at the same time.
   */
  public Block rows(long round, LongFunction<Block> selection) {
    if (!copy.hasPublished(round)) {
      Block selected = selection.apply(round);
      if (shared) {
        return readApart(selected);
      }
      copy.publish(round, selected);
    }
    return copy.published();
  }

  private Block readApart(Block selected) {
    if (apart.capacity() < selected.rows()) {
      apart = new Block(selected.rows(), copy.width());
    }
    copy.read(selected, apart);
    return apart;
  }
}
