package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;

class SmoothedDecisionsTest {
  private static final int ROWS = 4;

  private final SmoothedDecisions decisions = new SmoothedDecisions(0.5f, ROWS, 2);

  @Test
  void keepsAPartOfWhatWasSaidBefore() {
    assertThat(smooth(2, 1, 0)).as("the first time").containsExactly(1, 0);
    assertThat(smooth(2, 0, 1)).containsExactly(0.5f, 0.5f);
    assertThat(smooth(2, 0, 1)).containsExactly(0.25f, 0.75f);
    assertThat(smooth(1, 0, 1)).as("another row").containsExactly(0, 1);
    assertThat(smooth(2, 0.25f, 0.75f)).containsExactly(0.25f, 0.75f);
  }

  @Test
  void changesNothingWithoutSmoothing() throws IOException {
    SmoothedDecisions plain = new SmoothedDecisions(0, ROWS, 2);
    plain.smooth(row(2, 1, 0));
    Block next = row(2, 0, 1);
    plain.smooth(next);
    assertThat(next.values()).containsExactly(0, 1);
    assertThat(save(plain)).isEmpty();
  }

  @Test
  void goesOnFromASavedState() throws IOException {
    smooth(3, 1, 0);
    smooth(0, 0, 1);
    SmoothedDecisions restored = new SmoothedDecisions(0.5f, ROWS, 2);
    restored.smooth(row(1, 1, 0));
    restored.restore(in(save(decisions)));
    Block next = row(3, 0, 1);
    restored.smooth(next);
    assertThat(next.values()).containsExactly(smooth(3, 0, 1));
    Block unheard = row(1, 0, 1);
    restored.smooth(unheard);
    assertThat(unheard.values()).as("a row that was not saved").containsExactly(0, 1);
  }

  @Test
  void refusesRowsThatThereAreNot() throws IOException {
    smooth(3, 1, 0);
    byte[] state = save(decisions);
    assertThatIOException()
        .isThrownBy(() -> new SmoothedDecisions(0.5f, 3, 2).restore(in(state)))
        .withMessage("the saved decisions have no row 3");
  }

  private float[] smooth(int id, float... values) {
    Block block = row(id, values);
    decisions.smooth(block);
    return block.values();
  }

  private static byte[] save(SmoothedDecisions decisions) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    decisions.save(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DataInputStream in(byte[] state) {
    return new DataInputStream(new ByteArrayInputStream(state));
  }

  private static Block row(int id, float... values) {
    Block block = new Block(1, 2);
    block.rows(1);
    block.ids()[0] = id;
    System.arraycopy(values, 0, block.values(), 0, 2);
    return block;
  }
}
