package org.limbeck.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.ColumnEncoder;
import org.limbeck.api.preprocessing.NumberColumn;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.privatedata.PrivateDataset;

class PrivateDatasetNormalizationTest extends ContractTests {
  private static final Shape SHAPE = new Shape(2, 2, 1);

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
          return new WrappedRows(super.training()) {
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
}
