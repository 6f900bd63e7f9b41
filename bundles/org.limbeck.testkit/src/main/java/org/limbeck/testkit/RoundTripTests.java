package org.limbeck.testkit;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;

/** What comes back of what a codec is given. */
interface RoundTripTests extends CodecTests {

  @Test
  default void givesBackWhatItWasGiven() throws Exception {
    for (int width : CodecLab.WIDTHS) {
      for (float range : new float[] {0, 1e-6f, 1, 1000}) {
        if (lab().codec().codesDifferences()) {
          lab().assertComesBack(CodecLab.random(17, width, range), range);
        }
      }
      lab()
          .assertComesBack(
              Blocks.decisions(Blocks.range(0, 17), width, new SplittableRandom(width)), 1);
    }
  }

  @Test
  default void givesBackUnusualRows() throws Exception {
    lab().assertComesBack(CodecLab.rows(1, 0, 0, 0, 0, 0, 0.5f, 0.5f, 0, 0), 1);
    lab().assertComesBack(CodecLab.rows(0.25f, 0.25f, 0.25f, 0.25f, 0.25f), 0.25f);
    if (lab().codec().codesDifferences()) {
      float tiny = 3 * Float.MIN_VALUE;
      lab().assertComesBack(CodecLab.rows(0, 0, 0, 0, 0), 0);
      lab().assertComesBack(CodecLab.rows(-0.7f, -0.7f, -0.7f, -0.7f, -0.7f), 0.7f);
      lab().assertComesBack(CodecLab.rows(0, 0, -3, 0, 0, 1e-5f, 0, 0, 0, 0, 0, 0, 0, 0, 0), 3);
      lab().assertComesBack(CodecLab.rows(tiny, -tiny, 0, tiny, 0, 1, -1, tiny, 0, -tiny), 1);
    }
  }

  @Test
  default void givesFiniteValuesForTheLargestOfAll() throws Exception {
    float max = Float.MAX_VALUE;
    Block block = Blocks.of(new int[] {1, 2}, 3, max, -max, 0, -max, -max, -max);
    CodecLab.assertFinite(lab().decode(lab().encode(block), block));
    Block mixed =
        CodecLab.rows(max, Float.MIN_VALUE, 0, -Float.MIN_NORMAL, -max, 1, 1e-20f, 1e20f, 0, -1);
    CodecLab.assertFinite(lab().decode(lab().encode(mixed), mixed));
  }
}
