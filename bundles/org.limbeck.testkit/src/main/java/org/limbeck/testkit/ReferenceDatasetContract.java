package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.referencedata.ReferenceDataset;

/** What every {@link ReferenceDataset} promises. */
public abstract class ReferenceDatasetContract {

  /** Returns the dataset under test. */
  protected abstract ReferenceDataset dataset();

  /** Returns datasets of the same implementation that hold other data; by default none. */
  protected List<ReferenceDataset> others() {
    return List.of();
  }

  /** Returns the largest magnitude that a feature may have; by default 10. */
  protected float largest() {
    return 10;
  }

  @Test
  void hasRows() {
    assertThat(dataset().shape()).isNotNull();
    assertThat(dataset().rows()).isPositive();
  }

  @Test
  void offersNoLabels() {
    assertThat(dataset()).isNotInstanceOfAny(LabelledRows.class, PrivateDataset.class);
  }

  @Test
  void featuresAreScaled() {
    rows(dataset()).assertWithin(largest());
  }

  @Test
  void refusesRowsThatAreNotThere() {
    rows(dataset()).assertBounded();
  }

  @Test
  void writesARowWhereItIsTold() {
    rows(dataset()).assertReadWhereTold();
  }

  @Test
  void isTheSameWheneverRead() {
    ReferenceDataset dataset = dataset();
    float[][] features = rows(dataset).sample();
    assertThat(rows(dataset).sample()).as("read again").isDeepEqualTo(features);
    assertThat(rows(dataset()).sample()).as("read from another instance").isDeepEqualTo(features);
  }

  @Test
  void digestIdentifiesTheData() {
    ReferenceDataset dataset = dataset();
    byte[] digest = dataset.digest().clone();
    assertThat(digest).as("the digest").hasSizeGreaterThanOrEqualTo(16);
    assertThat(dataset.digest()).as("the digest, asked for again").isEqualTo(digest);
    assertThat(dataset().digest()).as("the digest of another instance").isEqualTo(digest);
    for (ReferenceDataset other : others()) {
      assertThat(other.digest()).as("the digest of other data").isNotEqualTo(digest);
    }
  }

  @Test
  void digestCannotBeChangedFromOutside() {
    ReferenceDataset dataset = dataset();
    byte[] digest = dataset.digest().clone();
    Arrays.fill(dataset.digest(), (byte) 0);
    assertThat(dataset.digest()).isEqualTo(digest);
  }

  @Test
  void isSafeForSeveralThreads() throws Exception {
    rows(dataset()).assertReadAlikeByThreads();
  }

  private static DatasetRows rows(ReferenceDataset dataset) {
    return new DatasetRows(dataset.rows(), dataset.shape().features(), dataset::read);
  }
}
