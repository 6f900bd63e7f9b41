package org.limbeck.testkit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.limbeck.api.Shape;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.testkit.fixture.CloudReference;

class ReferenceDatasetContractTest extends ContractTests {
  private static final Shape SHAPE = new Shape(2, 2, 1);

  /** A reference dataset that passes every call on. */
  private static class Wrapper implements ReferenceDataset {
    final ReferenceDataset rows = new CloudReference(SHAPE, 3, 30);

    @Override
    public Shape shape() {
      return rows.shape();
    }

    @Override
    public int rows() {
      return rows.rows();
    }

    @Override
    public void read(int row, float[] into, int offset) {
      rows.read(row, into, offset);
    }

    @Override
    public byte[] digest() {
      return rows.digest();
    }
  }

  @Passes
  static class Sound extends ReferenceDatasetContract {
    @Override
    protected ReferenceDataset dataset() {
      return new CloudReference(SHAPE, 3, 30);
    }

    @Override
    protected List<ReferenceDataset> others() {
      return List.of(
          new CloudReference(SHAPE, 3, 29),
          new CloudReference(SHAPE, 2, 30),
          new CloudReference(new Shape(4, 1, 1), 3, 30));
    }
  }

  @Fails("offersNoLabels")
  static class HasLabels extends ReferenceDatasetContract {
    private static final class Labelled extends Wrapper implements LabelledRows {
      @Override
      public int label(int row) {
        return 0;
      }
    }

    @Override
    protected ReferenceDataset dataset() {
      return new Labelled();
    }
  }

  @Fails("featuresAreScaled")
  static class NotFinite extends ReferenceDatasetContract {
    @Override
    protected ReferenceDataset dataset() {
      return new Wrapper() {
        @Override
        public void read(int row, float[] into, int offset) {
          super.read(row, into, offset);
          into[offset] = row == 17 ? Float.POSITIVE_INFINITY : into[offset];
        }
      };
    }
  }

  @Fails("refusesRowsThatAreNotThere")
  static class CountsFromTheEnd extends ReferenceDatasetContract {
    @Override
    protected ReferenceDataset dataset() {
      return new Wrapper() {
        @Override
        public void read(int row, float[] into, int offset) {
          super.read(row < 0 ? row + rows() : row, into, offset);
        }
      };
    }
  }

  @Fails("writesARowWhereItIsTold")
  static class IgnoresTheOffset extends ReferenceDatasetContract {
    @Override
    protected ReferenceDataset dataset() {
      return new Wrapper() {
        @Override
        public void read(int row, float[] into, int offset) {
          super.read(row, into, into.length > SHAPE.features() ? 0 : offset);
        }
      };
    }
  }

  @Fails({"isTheSameWheneverRead", "isSafeForSeveralThreads"})
  static class DriftsWhileRead extends ReferenceDatasetContract {
    @Override
    protected ReferenceDataset dataset() {
      AtomicInteger reads = new AtomicInteger();
      return new Wrapper() {
        @Override
        public void read(int row, float[] into, int offset) {
          super.read(row, into, offset);
          into[offset] += reads.incrementAndGet() == rows() + 1 ? 1 : 0;
        }
      };
    }
  }

  @Fails("digestIdentifiesTheData")
  static class DigestOfTheInstance extends ReferenceDatasetContract {
    private static final AtomicInteger INSTANCES = new AtomicInteger();

    @Override
    protected ReferenceDataset dataset() {
      byte[] digest = new byte[32];
      digest[0] = (byte) INSTANCES.incrementAndGet();
      return new Wrapper() {
        @Override
        public byte[] digest() {
          return digest.clone();
        }
      };
    }
  }

  @Fails("digestIdentifiesTheData")
  static class DigestOfNothing extends Sound {
    private static ReferenceDataset withDigest() {
      return new Wrapper() {
        @Override
        public byte[] digest() {
          return new byte[32];
        }
      };
    }

    @Override
    protected ReferenceDataset dataset() {
      return withDigest();
    }

    @Override
    protected List<ReferenceDataset> others() {
      return List.of(withDigest());
    }
  }

  @Fails("digestCannotBeChangedFromOutside")
  static class LendsItsDigest extends ReferenceDatasetContract {
    @Override
    protected ReferenceDataset dataset() {
      return new Wrapper() {
        private final byte[] digest = super.digest();

        @Override
        public byte[] digest() {
          return digest;
        }
      };
    }
  }

  @Fails("isSafeForSeveralThreads")
  static class OneCallAtATime extends ReferenceDatasetContract {
    @Override
    protected ReferenceDataset dataset() {
      OneAtATime gate = new OneAtATime();
      return new Wrapper() {
        @Override
        public void read(int row, float[] into, int offset) {
          gate.pass(() -> row);
          super.read(row, into, offset);
        }
      };
    }
  }
}
