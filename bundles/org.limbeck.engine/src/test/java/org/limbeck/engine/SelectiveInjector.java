package org.limbeck.engine;

import java.util.Arrays;
import java.util.Random;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Losses;

/**
 * Takes part in consensus with values of its own for each row that never change. Some rows are
 * exchanged, drawn anew each time, in some of the rounds.
 */
final class SelectiveInjector extends UnevaluatedParticipant {
  private final Device device;
  private final Rows rows;
  private final Channel channel;
  private final Block block;

  private SelectiveInjector(Device device, Rows rows) {
    this.device = device;
    this.rows = rows;
    this.channel = device.open(rows.count(), device.classes(), rows::select);
    this.block = new Block(rows.count(), device.classes());
  }

  /**
   * Which rows are exchanged, and when.
   *
   * @param count the rows that ever are
   * @param batch how many in a round that exchanges, at most
   * @param every rounds from one exchange to the next
   */
  record Rows(int count, int batch, int every) {

    int select(long round, int[] ids) {
      if (round % every != 0) {
        return 0;
      }
      int[] drawn = new Random(round).ints(0, count).distinct().limit(batch).toArray();
      System.arraycopy(drawn, 0, ids, 0, drawn.length);
      return drawn.length;
    }

    /** Returns how often a row is exchanged in the first rounds. */
    int exchanges(int row, long rounds) {
      int exchanges = 0;
      int[] ids = new int[count];
      for (long round = 0; round < rounds; round++) {
        exchanges +=
            (int) Arrays.stream(ids, 0, select(round, ids)).filter(id -> id == row).count();
      }
      return exchanges;
    }
  }

  /**
   * Returns the algorithm.
   *
   * @param asynchronous whether its devices need not be in step, and so mix edge by edge
   */
  static Algorithm algorithm(Rows rows, boolean asynchronous) {
    return new Algorithm() {
      @Override
      public Participant join(Device device) {
        return new SelectiveInjector(device, rows);
      }

      @Override
      public boolean isAsynchronous() {
        return asynchronous;
      }
    };
  }

  /** Returns the value of a row of a device, the same for all classes. */
  static float value(String device, int row) {
    return (float) Math.sin(7 * row + device.hashCode() % 1_000);
  }

  @Override
  public void begin(long round) {
    block.rows(rows.select(round, block.ids()));
    for (int i = 0; i < block.rows(); i++) {
      Arrays.fill(
          block.values(),
          i * block.width(),
          (i + 1) * block.width(),
          value(device.id(), block.ids()[i]));
    }
    if (block.rows() > 0) {
      device.estimate().inject(block);
      device.estimate().publish(block);
      channel.send(round, block);
    }
  }

  @Override
  public void finish(long round, Losses losses) {
    if (block.rows() > 0) {
      channel.mix(round, device.estimate());
    }
  }
}
