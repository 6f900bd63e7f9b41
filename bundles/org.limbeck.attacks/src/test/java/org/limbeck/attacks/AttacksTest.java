package org.limbeck.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.attack.Attack;

class AttacksTest {

  @Test
  void flippingTurnsTheClassesRound() {
    Block block = new Block(1, 3);
    block.rows(1);
    System.arraycopy(new float[] {0.5f, 0.3f, 0.2f}, 0, block.values(), 0, 3);
    falsify(new LabelFlip(), block, 1);
    assertThat(block.values()).containsExactly(0.2f, 0.3f, 0.5f);
  }

  @Test
  void randomRowsLieOnTheSimplexAndDifferBetweenAdversaries() {
    Block one = falsify(new RandomDecisions(), rows(5, 4), 1);
    Block other = falsify(new RandomDecisions(), rows(5, 4), 2);
    assertThat(one.values()).isNotEqualTo(other.values());
    for (int row = 0; row < 5; row++) {
      float sum = 0;
      for (int k = row * 4; k < row * 4 + 4; k++) {
        assertThat(one.values()[k]).isBetween(0f, 1f);
        sum += one.values()[k];
      }
      assertThat(sum).isCloseTo(1, within(1e-5f));
    }
  }

  @Test
  void colludersSayTheSameAndAllClassesComeUp() {
    Block one = falsify(new Collusion(), rows(1000, 10), 1);
    assertThat(falsify(new Collusion(), rows(1000, 10), 2).values()).isEqualTo(one.values());
    for (int label = 0; label < 10; label++) {
      int k = label;
      assertThat(IntStream.range(0, 1000).filter(row -> one.values()[row * 10 + k] == 1).count())
          .as("rows said to be of class %d", label)
          .isBetween(50L, 150L);
    }
  }

  @Test
  void oneClassIsCertainAndThere() {
    assertThat(falsify(new OneClass(2), rows(1, 3), 1).values()).containsExactly(0, 0, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> falsify(new OneClass(3), rows(1, 3), 1))
        .withMessage("there is no class 3: classes are 0 to 2");
    assertThatIllegalArgumentException().isThrownBy(() -> new OneClass(-1));
  }

  private static Block rows(int rows, int classes) {
    Block block = new Block(rows, classes);
    block.rows(rows);
    for (int row = 0; row < rows; row++) {
      block.ids()[row] = row;
      block.values()[row * classes] = 1;
    }
    return block;
  }

  private static Block falsify(Attack attack, Block block, long seed) {
    attack.falsify(block, new SplittableRandom(seed), new SplittableRandom(99));
    return block;
  }
}
