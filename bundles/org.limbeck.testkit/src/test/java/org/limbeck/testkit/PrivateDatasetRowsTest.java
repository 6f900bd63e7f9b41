package org.limbeck.testkit;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.limbeck.api.Shape;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.testkit.fixture.CloudDataset;
import org.limbeck.testkit.fixture.CloudRows;

class PrivateDatasetRowsTest extends ContractTests {
  private static final Shape SHAPE = new Shape(2, 2, 1);
  private static final CloudDataset CLOUDS = new CloudDataset(SHAPE, 3, 30);

  /** A dataset of clouds, the training rows of which are wrapped in something else. */
  private abstract static class Clouds extends PrivateDatasetContract {
    @Override
    protected PrivateDataset dataset() {
      return new CloudDataset(SHAPE, classes(), training(), CLOUDS.test());
    }

    int classes() {
      return 3;
    }

    LabelledRows training() {
      return CLOUDS.training();
    }
  }

  @Passes
  static class Sound extends Clouds {}

  /** Values that differ in few bits, as those of images with few shades do. */
  @Passes
  static class SoundAndCoarse extends Clouds {
    @Override
    protected PrivateDataset dataset() {
      Shape shape = new Shape(8, 8, 1);
      return new CloudDataset(shape, 3, coarse(shape, 1), coarse(shape, 2));
    }

    private static LabelledRows coarse(Shape shape, long seed) {
      return new WrappedRows(new CloudRows(shape, 3, 500, seed)) {
        @Override
        public void read(int row, float[] into, int offset) {
          super.read(row, into, offset);
          for (int i = offset; i < offset + shape.features(); i++) {
            into[i] = Math.round(4 * into[i]) / 4f;
          }
        }
      };
    }
  }

  @Fails({"hasAtLeastTwoClassesAndRowsOfBothSorts", "writesARowWhereItIsTold"})
  static class NoTestRows extends PrivateDatasetContract {
    @Override
    protected PrivateDataset dataset() {
      return new CloudDataset(SHAPE, 3, CLOUDS.training(), new CloudRows(SHAPE, 3, 0, 1));
    }
  }

  @Fails("labelsAreClasses")
  static class LabelsFromOne extends Clouds {
    @Override
    LabelledRows training() {
      return new WrappedRows(CLOUDS.training()) {
        @Override
        public int label(int row) {
          return super.label(row) + 1;
        }
      };
    }
  }

  @Fails("featuresAreScaled")
  static class NotScaled extends Clouds {
    @Override
    LabelledRows training() {
      return new WrappedRows(CLOUDS.training()) {
        @Override
        public void read(int row, float[] into, int offset) {
          super.read(row, into, offset);
          into[offset] *= 255;
        }
      };
    }
  }

  @Fails("featuresAreScaled")
  static class NotFinite extends Clouds {
    @Override
    LabelledRows training() {
      return new WrappedRows(CLOUDS.training()) {
        @Override
        public void read(int row, float[] into, int offset) {
          super.read(row, into, offset);
          into[offset] = row == 17 ? Float.NEGATIVE_INFINITY : into[offset];
        }
      };
    }
  }

  @Fails("refusesRowsThatAreNotThere")
  static class LastRowForAnyBeyond extends Clouds {
    @Override
    LabelledRows training() {
      return new WrappedRows(CLOUDS.training()) {
        @Override
        public void read(int row, float[] into, int offset) {
          super.read(Math.min(row, rows() - 1), into, offset);
        }
      };
    }
  }

  @Fails("refusesRowsThatAreNotThere")
  static class LabelsForAnyRow extends Clouds {
    @Override
    LabelledRows training() {
      return new WrappedRows(CLOUDS.training()) {
        @Override
        public int label(int row) {
          return super.label(Math.floorMod(row, rows()));
        }
      };
    }
  }

  @Fails("writesARowWhereItIsTold")
  static class FillsTheRest extends Clouds {
    @Override
    LabelledRows training() {
      return new WrappedRows(CLOUDS.training()) {
        @Override
        public void read(int row, float[] into, int offset) {
          super.read(row, into, offset);
          Arrays.fill(into, offset + SHAPE.features(), into.length, 0);
        }
      };
    }
  }

  @Fails({"isTheSameWheneverRead", "normalizesARowToWhatItWouldRead"})
  static class OtherRowsEveryTime extends Clouds {
    private static final AtomicLong SEED = new AtomicLong(10);

    @Override
    LabelledRows training() {
      return new CloudRows(SHAPE, 3, 30, SEED.incrementAndGet());
    }
  }

  @Fails("testRowsAreNotTrainingRows")
  static class TestsOnTrainingRows extends Clouds {
    @Override
    LabelledRows training() {
      return CLOUDS.test();
    }
  }

  @Fails("isSafeForSeveralThreads")
  static class OneCallAtATime extends PrivateDatasetContract {
    @Override
    protected PrivateDataset dataset() {
      return new CloudDataset(SHAPE, 3, CLOUDS.test(), new GatedRows(new OneAtATime()));
    }
  }

  private static final class GatedRows extends WrappedRows {
    private final OneAtATime gate;

    GatedRows(OneAtATime gate) {
      super(CLOUDS.training());
      this.gate = gate;
    }

    @Override
    public void read(int row, float[] into, int offset) {
      gate.pass(() -> row);
      super.read(row, into, offset);
    }
  }
}
