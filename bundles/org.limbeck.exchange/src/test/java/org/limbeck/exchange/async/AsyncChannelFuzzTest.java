package org.limbeck.exchange.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A stranger on the line neither stops two devices nor moves their mean. */
class AsyncChannelFuzzTest {
  private static final double EXACT = 1e-4;
  private static final int ROUNDS = 300;
  private static final int FRAMES = 3;

  private final SplittableRandom random = new SplittableRandom(3);
  private final FrameMutator mutator = new FrameMutator(random);
  private final List<byte[]> lies = new ArrayList<>();

  @Test
  void damagedAndRepeatedFramesDoNotMoveTheMean() throws Exception {
    AttackedPair pair = new AttackedPair(false);
    pair.run(ROUNDS, FRAMES, heard -> isRepeated() ? any(heard) : damaged(heard));
    assertThat(pair.error()).isLessThan(EXACT);
  }

  @Test
  void forgedAndRepeatedFramesDoNotMoveTheMeanOfDevicesThatSign() throws Exception {
    AttackedPair pair = new AttackedPair(true);
    pair.run(ROUNDS, FRAMES, heard -> isRepeated() ? any(heard) : forged(heard));
    assertThat(pair.error()).isLessThan(EXACT);
  }

  /** Whoever can forge can lie, but not make a device throw. */
  @Test
  void forgedFramesMoveTheMeanOfDevicesThatDoNotSignAndStopNobody() throws Exception {
    AttackedPair pair = new AttackedPair(false);
    pair.run(ROUNDS, 1, this::lie);
    assertThat(pair.error()).isGreaterThan(EXACT);
    pair.run(10 * ROUNDS, FRAMES, this::forged);
  }

  private boolean isRepeated() {
    return random.nextInt(4) == 0;
  }

  private byte[] damaged(List<byte[]> heard) {
    return mutator.damage(any(heard), any(heard));
  }

  private byte[] forged(List<byte[]> heard) {
    return mutator.mutate(any(heard), any(heard));
  }

  /** Returns what follows the latest frame that is none of these itself. */
  private byte[] lie(List<byte[]> heard) {
    int last = heard.size() - 1;
    while (last > 0 && isLie(heard.get(last))) {
      last--;
    }
    byte[] lie = mutator.lie(heard.get(last));
    lies.add(lie);
    return lie;
  }

  private boolean isLie(byte[] frame) {
    return lies.stream().anyMatch(lie -> Arrays.equals(lie, frame));
  }

  private byte[] any(List<byte[]> heard) {
    return heard.get(random.nextInt(heard.size()));
  }
}
