package org.limbeck.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.PixelColumns;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.api.privatedata.GrowingDataset;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.testkit.fixture.CloudDataset;
import org.limbeck.testkit.fixture.CloudRows;

class PrivateDataDigestTest {
  private static final Shape SHAPE = new Shape(2, 2, 1);
  private static final LabelledRows TRAINING = new CloudRows(SHAPE, 3, 20, 1);
  private static final LabelledRows TEST = new CloudRows(SHAPE, 3, 9, 2);
  private static final LabelledRows OTHERS = new CloudRows(SHAPE, 3, 20, 7);

  /** Data of one device, whose pixels go up to a value. */
  private record Own(LabelledRows training, LabelledRows test, float brightest)
      implements GrowingDataset {
    @Override
    public Shape shape() {
      return SHAPE;
    }

    @Override
    public int classes() {
      return 3;
    }

    @Override
    public Optional<Preprocessing> preprocessing() {
      return Optional.of(
          new Preprocessing(
              SHAPE, List.of(new PixelColumns(4, brightest)), List.of("a", "b", "c")));
    }

    @Override
    public String version() {
      return "";
    }

    @Override
    public String latestVersion() {
      return "";
    }
  }

  @Test
  void differsWhereverRowsDiffer() {
    String digest = digest(new CloudDataset(SHAPE, 3, TRAINING, TEST));
    assertThat(digest(new CloudDataset(SHAPE, 3, TRAINING, TEST))).isEqualTo(digest);
    assertThat(digest(new CloudDataset(SHAPE, 3, OTHERS, TEST))).isNotEqualTo(digest);
    assertThat(digest(new CloudDataset(SHAPE, 3, TRAINING, OTHERS))).isNotEqualTo(digest);
    assertThat(digest(new CloudDataset(SHAPE, 4, TRAINING, TEST))).isNotEqualTo(digest);
  }

  @Test
  void dataOfOneDeviceMayGrowButKeepTheirPreprocessing() {
    String digest = digest(new Own(TRAINING, TEST, 255));
    assertThat(digest(new Own(OTHERS, TEST, 255))).isEqualTo(digest);
    assertThat(digest(new Own(TRAINING, TEST, 16))).isNotEqualTo(digest);
  }

  private static String digest(PrivateDataset data) {
    return HexFormat.of().formatHex(PrivateDataDigest.of(data));
  }
}
