package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.testkit.fixture.CloudRows;
import org.limbeck.testkit.fixture.FakeDevices;

class PrivateBatchTest {
  private static final int FEATURES = FakeDevices.SHAPE.features();
  private static final LabelledRows DATA = new CloudRows(FakeDevices.SHAPE, 3, 20, 1);

  @Test
  void drawsRowsWithTheirFeaturesAndLabels() {
    PrivateBatch batch = new PrivateBatch(6, FEATURES);
    UniformSampler sampler = new UniformSampler(DATA.rows(), 6);
    SplittableRandom random = new SplittableRandom(1);
    for (int draw = 0; draw < 10; draw++) {
      batch.draw(DATA, sampler, random);
      assertThat(batch.inputs().rows()).isEqualTo(6);
      assertThat(batch.inputs().ids()).doesNotHaveDuplicates();
      assertReads(batch);
    }
  }

  @Test
  void drawsAnewEveryTimeIntoTheSameBuffers() {
    PrivateBatch batch = new PrivateBatch(6, FEATURES);
    UniformSampler sampler = new UniformSampler(DATA.rows(), 6);
    SplittableRandom random = new SplittableRandom(1);
    batch.draw(DATA, sampler, random);
    int[] first = batch.inputs().ids().clone();
    Object inputs = batch.inputs();
    Object labels = batch.labels();
    batch.draw(DATA, sampler, random);
    assertThat(batch.inputs().ids()).isNotEqualTo(first);
    assertThat(batch.inputs()).isSameAs(inputs);
    assertThat(batch.labels()).isSameAs(labels);
  }

  @Test
  void isEmptyBeforeTheFirstDraw() {
    assertThat(new PrivateBatch(6, FEATURES).inputs().rows()).isZero();
  }

  @Test
  void takesAllRowsOfADeviceThatHasFewer() {
    PrivateBatch batch = new PrivateBatch(100, FEATURES);
    batch.draw(DATA, new UniformSampler(DATA.rows(), 100), new SplittableRandom(1));
    assertThat(Arrays.stream(batch.inputs().ids()).limit(batch.inputs().rows()).sorted())
        .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    assertReads(batch);
  }

  @Test
  void allRowsComeInOrder() {
    PrivateBatch all = PrivateBatch.all(DATA, FEATURES);
    assertThat(all.inputs().rows()).isEqualTo(20);
    assertThat(all.inputs().ids()).isEqualTo(IntStream.range(0, 20).toArray());
    assertReads(all);
  }

  private static void assertReads(PrivateBatch batch) {
    float[] row = new float[FEATURES];
    for (int i = 0; i < batch.inputs().rows(); i++) {
      int id = batch.inputs().ids()[i];
      DATA.read(id, row, 0);
      assertThat(Arrays.copyOfRange(batch.inputs().values(), i * FEATURES, (i + 1) * FEATURES))
          .as("features of row %d", id)
          .isEqualTo(row);
      assertThat(batch.labels()[i]).as("label of row %d", id).isEqualTo(DATA.label(id));
    }
  }
}
