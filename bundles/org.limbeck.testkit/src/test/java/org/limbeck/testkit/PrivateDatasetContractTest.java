package org.limbeck.testkit;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.ColumnEncoder;
import org.limbeck.api.preprocessing.NumberColumn;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.testkit.fixture.CloudDataset;
import org.limbeck.testkit.fixture.CloudRows;

class PrivateDatasetContractTest extends ContractTests {
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

  /** Rows that pass every call on. */
  private static class Wrapper implements LabelledRows {
    final LabelledRows rows;

    Wrapper() {
      this(CLOUDS.training());
    }

    Wrapper(LabelledRows rows) {
      this.rows = rows;
    }

    @Override
    public int rows() {
      return rows.rows();
    }

    @Override
    public int label(int row) {
      return rows.label(row);
    }

    @Override
    public void read(int row, float[] into, int offset) {
      rows.read(row, into, offset);
    }
  }

  /** A dataset whose users write numbers from 0 to 100 for −1 to 1. */
  private static class Percents implements PrivateDataset {
    @Override
    public Shape shape() {
      return SHAPE;
    }

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public LabelledRows training() {
      return new EveryTenth(0);
    }

    @Override
    public LabelledRows test() {
      return new EveryTenth(5);
    }

    @Override
    public void normalize(float[] row) {
      for (int i = 0; i < row.length; i++) {
        if (!(row[i] >= 0 && row[i] <= 100)) {
          throw new IllegalArgumentException("0 to 100 is allowed, not " + row[i]);
        }
        row[i] = row[i] / 50 - 1;
      }
    }
  }

  private record EveryTenth(int first) implements LabelledRows {
    @Override
    public int rows() {
      return 10;
    }

    @Override
    public int label(int row) {
      return Objects.checkIndex(row, 10) / 5;
    }

    @Override
    public void read(int row, float[] into, int offset) {
      Objects.checkIndex(row, 10);
      Objects.checkFromIndexSize(offset, 4, into.length);
      for (int f = 0; f < 4; f++) {
        into[offset + f] = percent(first, row, f) / 50 - 1;
      }
    }

    static float percent(int first, int row, int feature) {
      return 10 * row + first + feature;
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
      return new Wrapper(new CloudRows(shape, 3, 500, seed)) {
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

  @Passes
  static class SoundPercents extends PrivateDatasetContract {
    @Override
    protected PrivateDataset dataset() {
      return new Percents();
    }

    @Override
    protected float[] rawRow(int row) {
      float[] raw = new float[4];
      for (int f = 0; f < 4; f++) {
        raw[f] = EveryTenth.percent(0, row, f);
      }
      return raw;
    }

    @Override
    protected List<float[]> rawRowsOutOfRange() {
      return List.of(new float[] {0, 1, 2, 101}, new float[] {-1, 0, 0, 0}, nan());
    }

    private static float[] nan() {
      return new float[] {0, Float.NaN, 0, 0};
    }
  }

  @Fails("normalizesARowToWhatItWouldRead")
  static class NormalizesToAnotherRange extends SoundPercents {
    @Override
    protected PrivateDataset dataset() {
      return new Percents() {
        @Override
        public void normalize(float[] row) {
          super.normalize(row);
          for (int i = 0; i < row.length; i++) {
            row[i] = (row[i] + 1) / 2;
          }
        }
      };
    }
  }

  @Passes
  static class SoundPreprocessing extends SoundPercents {
    @Override
    protected PrivateDataset dataset() {
      return preprocessed(SHAPE, 50, "few", "many");
    }

    static PrivateDataset preprocessed(Shape shape, double divisor, String... classes) {
      NumberColumn column = new NumberColumn("", 50, divisor, OptionalDouble.empty());
      List<ColumnEncoder> columns = Collections.nCopies(4, column);
      return new Percents() {
        @Override
        public LabelledRows training() {
          return new Wrapper(super.training()) {
            @Override
            public void read(int row, float[] into, int offset) {
              super.read(row, into, offset);
              for (int f = 0; f < 4; f++) {
                into[offset + f] = (float) ((EveryTenth.percent(0, row, f) - 50.0) / 50);
              }
            }
          };
        }

        @Override
        public Optional<Preprocessing> preprocessing() {
          return Optional.of(new Preprocessing(shape, columns, List.of(classes)));
        }
      };
    }

    /** Numbers may be any, as long as they are. */
    @Override
    protected List<float[]> rawRowsOutOfRange() {
      return List.of(new float[] {0, Float.NaN, 0, 0});
    }
  }

  @Fails("normalizesARowToWhatItWouldRead")
  static class PreprocessesToAnotherRange extends SoundPreprocessing {
    @Override
    protected PrivateDataset dataset() {
      return preprocessed(SHAPE, 100, "few", "many");
    }
  }

  @Fails("preprocessesToItsShapeAndClasses")
  static class PreprocessesToAnotherShape extends SoundPreprocessing {
    @Override
    protected PrivateDataset dataset() {
      return preprocessed(new Shape(1, 4, 1), 50, "few", "many");
    }
  }

  @Fails("preprocessesToItsShapeAndClasses")
  static class PreprocessesToOtherClasses extends SoundPreprocessing {
    @Override
    protected PrivateDataset dataset() {
      return preprocessed(SHAPE, 50, "few", "some", "many");
    }
  }

  @Fails("refusesToNormalizeValuesOutOfRange")
  static class NormalizesAnything extends SoundPercents {
    @Override
    protected PrivateDataset dataset() {
      return new Percents() {
        @Override
        public void normalize(float[] row) {
          for (int i = 0; i < row.length; i++) {
            row[i] = row[i] / 50 - 1;
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
      return new Wrapper() {
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
      return new Wrapper() {
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
      return new Wrapper() {
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
      return new Wrapper() {
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
      return new Wrapper() {
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
      return new Wrapper() {
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

  private static final class GatedRows extends Wrapper {
    private final OneAtATime gate;

    GatedRows(OneAtATime gate) {
      this.gate = gate;
    }

    @Override
    public void read(int row, float[] into, int offset) {
      gate.pass(() -> row);
      super.read(row, into, offset);
    }
  }
}
