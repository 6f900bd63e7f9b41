package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.attack.Attack;

/** What every {@link Attack} promises. */
public abstract class AttackContract {
  private static final int[] BATCH = {7, 2, 9, 4};
  private static final int[] CLASSES = {2, 3, 10};

  /** Returns the attack under test; it must make do with two classes. */
  protected abstract Attack attack();

  @Test
  void saysSomethingElse() {
    for (int classes : CLASSES) {
      Block block = decisions(classes);
      assertThat(falsify(attack(), block, 1).values()).isNotEqualTo(decisions(classes).values());
    }
  }

  @Test
  void saysFiniteValues() {
    for (int classes : CLASSES) {
      for (float value : falsify(attack(), decisions(classes), 2).values()) {
        assertThat(value).isFinite();
      }
    }
  }

  @Test
  void leavesTheRowsTheirIds() {
    Block block = falsify(attack(), decisions(3), 3);
    assertThat(Blocks.ids(block)).containsExactly(BATCH);
    assertThat(block.rows()).isEqualTo(BATCH.length);
  }

  @Test
  void leavesAloneWhatDoesNotCount() {
    Block exact = decisions(3);
    Block roomy = Blocks.roomier(exact);
    falsify(attack(), exact, 4);
    falsify(attack(), roomy, 4);
    assertThat(Blocks.values(roomy)).isEqualTo(exact.values());
    assertThat(Arrays.copyOfRange(roomy.values(), exact.values().length, roomy.values().length))
        .as("what stands behind the rows")
        .containsOnly(Float.NaN);
  }

  @Test
  void isTheSameForTheSameStreams() {
    Attack attack = attack();
    float[] first = falsify(attack, decisions(3), 5).values();
    assertThat(falsify(attack, decisions(3), 5).values()).as("once more").isEqualTo(first);
    assertThat(falsify(attack(), decisions(3), 5).values())
        .as("by another instance")
        .isEqualTo(first);
  }

  @Test
  void takesABlockWithoutRows() {
    assertThat(falsify(attack(), Blocks.of(new int[0], 3), 6).rows()).isZero();
  }

  @Test
  void isSafeForSeveralThreads() throws Exception {
    Attack attack = attack();
    float[] alone = falsify(attack, decisions(10), 7).values();
    for (float[] values :
        ConcurrentTasks.run(4, i -> () -> falsify(attack, decisions(10), 7).values())) {
      assertThat(values).isEqualTo(alone);
    }
  }

  private static Block decisions(int classes) {
    return Blocks.decisions(BATCH, classes, new SplittableRandom(classes));
  }

  private static Block falsify(Attack attack, Block block, long seed) {
    attack.falsify(block, new SplittableRandom(seed), new SplittableRandom(-seed));
    return block;
  }
}
