package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;

/**
 * The rule of SCARLET: rows whose target is in the cache are not asked for again, and stand in the
 * consensus with the target that they had. All devices and the server know from the shared draws
 * which rows are in the cache, so that no request needs to travel. Keeps the cached targets.
 */
final class SoftLabelCache implements ConsensusRule {
  private final Device device;
  private final ConsensusOptions options;
  private final PowerSharpening sharpening;
  private final RequestHistory history;
  private final UniformSampler sampler;
  private final int[] drawn;
  private final Block targets;
  private final boolean[] known;

  /**
   * Has no target yet.
   *
   * @param duration D, exchanges in which a target is used, its own among them
   */
  SoftLabelCache(
      Device device, ConsensusOptions options, PowerSharpening sharpening, int duration) {
    int rows = device.reference().rows();
    this.device = device;
    this.options = options;
    this.sharpening = sharpening;
    this.sampler = new UniformSampler(rows, options.exchanges().batch());
    this.drawn = new int[sampler.capacity()];
    this.history = new RequestHistory(rows, duration, this::draw);
    this.targets = new Block(rows, device.classes());
    this.known = new boolean[rows];
  }

  @Override
  public boolean aggregate(float[] values, int offset) {
    sharpening.apply(values, offset);
    return true;
  }

  @Override
  public int request(long round, int[] ids, int count) {
    return history.request(options.exchanges().before(round), ids, count);
  }

  /** Takes in the targets of the rows that were asked for, and adds those of the others. */
  @Override
  public void complete(long round, ServerConsensus consensus) {
    Block fresh = consensus.rows();
    int width = fresh.width();
    for (int i = 0; i < fresh.rows(); i++) {
      int row = fresh.ids()[i];
      System.arraycopy(fresh.values(), i * width, targets.values(), row * width, width);
      known[row] = true;
    }
    int count = draw(options.exchanges().before(round), drawn);
    for (int i = 0; i < count; i++) {
      int row = drawn[i];
      if (known[row] && history.isCached(row)) {
        consensus.add(row, targets.values(), row * width);
      }
    }
  }

  /** Writes the rows whose targets are known, in ascending order. */
  @Override
  public void save(DataOutput out) throws IOException {
    int width = targets.width();
    for (int row = 0; row < known.length; row++) {
      out.writeBoolean(known[row]);
      for (int k = 0; known[row] && k < width; k++) {
        out.writeFloat(targets.values()[row * width + k]);
      }
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int width = targets.width();
    for (int row = 0; row < known.length; row++) {
      known[row] = in.readBoolean();
      for (int k = 0; known[row] && k < width; k++) {
        targets.values()[row * width + k] = in.readFloat();
      }
    }
  }

  private int draw(long exchange, int[] into) {
    long round = options.exchanges().round(exchange);
    return sampler.draw(device.sharedStream(STREAM, round), into);
  }
}
