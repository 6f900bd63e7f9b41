package org.limbeck.exchange.channel;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Scratch;

/**
 * What a channel needs while it sends or receives.
 *
 * @param selected the ids of the rows of a round
 * @param difference values for these rows
 * @param outgoing room for a frame
 */
public record ChannelBuffers(Block selected, Block difference, ByteBuffer outgoing) {

  /**
   * The sizes.
   *
   * @param rows the number of rows of the channel
   * @param width values per row
   * @param frameBytes the size of the longest frame
   */
  public record Sizes(int rows, int width, int frameBytes) implements Scratch<ChannelBuffers> {

    @Override
    public ChannelBuffers make() {
      return new ChannelBuffers(
          new Block(rows, 1), new Block(rows, width), ByteBuffer.allocate(frameBytes));
    }
  }
}
