package org.limbeck.algorithms;

import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.api.algorithm.Scratch;
import org.limbeck.api.architecture.Weights;

/**
 * How the weights of a device's model travel: as rows of 256 values, so that codecs which scale a
 * row by its largest value scale weights that are near each other. The values of such a block begin
 * with the weights in their order; zeros fill up the last row.
 */
final class WeightRows {
  static final int WIDTH = 256;

  /** What a buffer is for: the weights, or the direction in which they have moved. */
  private enum Content {
    WEIGHTS,
    DIRECTION
  }

  private record Buffer(int weights, Content content) implements Scratch<Block> {

    int rows() {
      return (weights + WIDTH - 1) / WIDTH;
    }

    @Override
    public Block make() {
      Block block = new Block(rows(), WIDTH);
      block.rows(everyRow(block.ids()));
      return block;
    }
  }

  private final Device device;
  private final Weights weights;
  private final Buffer own;
  private final Buffer direction;

  /**
   * Makes the rows of a device.
   *
   * @throws IllegalArgumentException if its model does not hand out its weights
   */
  WeightRows(Device device) {
    this.device = device;
    this.weights =
        device
            .model()
            .capability(Weights.class)
            .filter(found -> found.count() > 0)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "devices exchange weights, and the model of "
                            + device.id()
                            + " has none to hand out; choose an architecture with weights, or an"
                            + " algorithm that exchanges soft decisions"));
    this.own = new Buffer(weights.count(), Content.WEIGHTS);
    this.direction = new Buffer(weights.count(), Content.DIRECTION);
  }

  /** Returns the number of weights. */
  int count() {
    return weights.count();
  }

  /** Returns how many rows they make. */
  int rows() {
    return own.rows();
  }

  /** Returns the selection of all rows in rounds with an exchange, and of none in others. */
  static RowSelection at(SgdOptions options) {
    return (round, ids) -> options.isExchangeDue(round) ? everyRow(ids) : 0;
  }

  /** Opens a channel to the neighbours for blocks like these. */
  Channel open(SgdOptions options, Coding coding) {
    return device.open(rows(), WIDTH, at(options), coding);
  }

  /** Returns the model's weights, in the same buffer every time. */
  Block get() {
    Block buffer = device.scratch(own);
    weights.get(buffer.values());
    return buffer;
  }

  /** Returns another buffer of the same size; what it holds is left from anyone. */
  Block direction() {
    return device.scratch(direction);
  }

  /** Copies the model's weights into {@code into}, outside of rounds too. */
  void copyTo(float[] into) {
    weights.get(into);
  }

  /** Replaces the model's weights by those of a block. */
  void set(Block block) {
    weights.set(block.values());
  }

  /**
   * Mixes as many values as there are weights: x ← x + γ Σ_m w_m (x̂_m − x̂), with the public
   * copies of a channel.
   */
  void mix(float[] x, Channel channel, long round, float gamma) {
    float[] published = channel.own(round).values();
    List<Peer> peers = channel.peers(round);
    int count = count();
    for (int p = 0; p < peers.size(); p++) {
      float[] theirs = peers.get(p).copy().values();
      float weight = gamma * peers.get(p).weight();
      for (int i = 0; i < count; i++) {
        x[i] = Math.fma(weight, theirs[i] - published[i], x[i]);
      }
    }
  }

  private static int everyRow(int[] ids) {
    for (int row = 0; row < ids.length; row++) {
      ids[row] = row;
    }
    return ids.length;
  }
}
