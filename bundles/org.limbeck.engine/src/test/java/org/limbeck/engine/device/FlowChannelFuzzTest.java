package org.limbeck.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A stranger on the line neither stops two devices nor moves their mean. */
class FlowChannelFuzzTest {
  private static final double EXACT = 1e-4;
  private static final int ROUNDS = 300;
  private static final int FRAMES = 3;

  private final SplittableRandom random = new SplittableRandom(3);
  private final FrameMutator mutator = new FrameMutator(random);

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
    pair.run(10 * ROUNDS, FRAMES, this::forged);
    assertThat(pair.error()).isGreaterThan(EXACT);
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

  private byte[] any(List<byte[]> heard) {
    return heard.get(random.nextInt(heard.size()));
  }
}
