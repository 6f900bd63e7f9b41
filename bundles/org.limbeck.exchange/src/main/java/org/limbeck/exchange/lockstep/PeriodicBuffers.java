package org.limbeck.exchange.lockstep;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Scratch;

/**
 * What a {@link PeriodicChannel} needs while it sends or receives.
 *
 * @param selected the ids of the rows of a round
 * @param part those of them that go over an edge, with values
 * @param coded what is encoded of them, or was decoded
 * @param outgoing room for a frame
 */
record PeriodicBuffers(Block selected, Block part, Block coded, ByteBuffer outgoing) {

  /**
   * The sizes.
   *
   * @param rows the number of rows of the channel
   * @param width values per row
   * @param frameBytes the size of the longest frame
   */
  record Sizes(int rows, int width, int frameBytes) implements Scratch<PeriodicBuffers> {

    @Override
    public PeriodicBuffers make() {
      return new PeriodicBuffers(
          new Block(rows, 1),
          new Block(rows, width),
          new Block(rows, width),
          ByteBuffer.allocate(frameBytes));
    }
  }
}
