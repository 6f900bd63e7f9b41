package org.limbeck.exchange.state;

import java.util.function.LongFunction;
import org.limbeck.api.Block;

/**
 * A public copy that one device holds.
 *
 * @param copy the copy
 */
public record SeparateCopy(PublicCopy copy) implements HeldCopy {

  @Override
  public long due() {
    return copy.frames();
  }

  @Override
  public boolean isAdvancedBySender() {
    return false;
  }

  @Override
  public Block rows(long round, LongFunction<Block> selection) {
    if (!copy.hasPublished(round)) {
      copy.publish(round, selection.apply(round));
    }
    return copy.published();
  }
}
