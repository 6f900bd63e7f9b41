package org.limbeck.exchange.lockstep;

import java.util.List;
import java.util.stream.Stream;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Scratch;

/**
 * What a {@link PeriodicMixing} needs while it mixes.
 *
 * @param rows the ids of the rows of a phase
 * @param own what neighbours know of the device, for these rows
 * @param theirs the same of as many neighbours as there are
 */
record MixingBuffers(Block rows, Block own, List<Block> theirs) {

  /**
   * The sizes.
   *
   * @param rows the number of rows of the channel
   * @param width values per row
   * @param neighbours the number of neighbours
   */
  record Sizes(int rows, int width, int neighbours) implements Scratch<MixingBuffers> {

    @Override
    public MixingBuffers make() {
      return new MixingBuffers(
          new Block(rows, width),
          new Block(rows, width),
          Stream.generate(() -> new Block(rows, width)).limit(neighbours).toList());
    }
  }
}
