package org.limbeck.engine;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.architecture.Losses;

/**
 * Takes part in consensus on the first rows with soft decisions that never change, and notes them.
 */
final class FixedInjector extends UnevaluatedParticipant {
  private final Device device;
  private final int batch;
  private final Channel channel;
  private final Block decisions;
  private final float[] injected;

  FixedInjector(Device device, int batch, Map<String, float[]> injected) {
    int rows = device.reference().rows();
    this.device = device;
    this.batch = batch;
    this.channel = device.open(rows, device.classes(), this::select);
    this.decisions = new Block(batch, device.classes());
    this.injected = new float[rows * device.classes()];
    injected.put(device.id(), this.injected);
  }

  @Override
  public void begin(long round) {
    int classes = device.classes();
    RandomGenerator random = device.stream("decisions", 0);
    decisions.rows(select(round, decisions.ids()));
    for (int row = 0; row < batch; row++) {
      int confident = random.nextInt(classes);
      for (int k = 0; k < classes; k++) {
        float s = k == confident ? 0.91f : 0.01f;
        decisions.values()[row * classes + k] = s;
        injected[decisions.ids()[row] * classes + k] = s;
      }
    }
    device.estimate().inject(decisions);
    device.estimate().publish(decisions);
    channel.send(round, decisions);
  }

  @Override
  public void finish(long round, Losses losses) {
    device.estimate().mix(channel.own(round), channel.peers(round), channel.gamma());
  }

  private int select(long round, int[] ids) {
    for (int i = 0; i < batch; i++) {
      ids[i] = i;
    }
    return batch;
  }
}
