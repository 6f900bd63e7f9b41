package org.limbeck.testkit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

class AggregationBlockTest extends ContractTests {
  @Fails("aRowIsReadableOnceItWasMixed")
  static class ReadableOnceInjected extends TrackingContract {
    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        @Override
        public void inject(Block decisions) {
          super.inject(decisions);
          Block own = Blocks.copy(decisions);
          super.publish(own);
          super.mix(own, List.of(), 1);
        }
      };
    }
  }

  @Fails("writesARowWhereItIsTold")
  static class IgnoresTheOffset extends TrackingContract {
    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        @Override
        public boolean read(int row, float[] into, int offset) {
          return super.read(row, into, into[0] == 99 ? 0 : offset);
        }
      };
    }
  }

  @Fails("leavesTheRoomForARowNeverExchangedAsItIs")
  static class ClearsTheRoom extends TrackingContract {
    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        @Override
        public boolean read(int row, float[] into, int offset) {
          boolean read = super.read(row, into, offset);
          if (!read) {
            into[offset] = 0;
          }
          return read;
        }
      };
    }
  }

  @Fails("keepsNoBlockThatItIsLent")
  static class KeepsTheBlockInjected extends TrackingContract {
    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        private Block injected;

        @Override
        public void inject(Block decisions) {
          super.inject(decisions);
          injected = decisions;
        }

        @Override
        public void publish(Block out) {
          super.inject(injected);
          super.publish(out);
        }
      };
    }
  }

  @Fails("leavesTheBlocksThatItIsLentAsTheyAre")
  static class MixesInTheNeighboursBlock extends TrackingContract {
    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        @Override
        public void mix(Block own, List<Peer> peers, float gamma) {
          super.mix(own, peers, gamma);
          peers.forEach(peer -> Arrays.fill(peer.copy().values(), 0));
        }
      };
    }
  }

  @Fails("countsOnlyTheRowsThatAreSet")
  static class CountsTheWholeBlock extends TrackingContract {
    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        @Override
        public void inject(Block decisions) {
          decisions.rows(decisions.capacity());
          super.inject(decisions);
        }
      };
    }
  }

  @Fails("publishesByIdAndChangesNothing")
  static class PublishesInItsOwnOrder extends TrackingContract {
    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        @Override
        public void publish(Block out) {
          int[] ids = Blocks.ids(out);
          if (ids[0] == 9 && ids[1] == 2) {
            Arrays.sort(out.ids());
          }
          super.publish(out);
          System.arraycopy(ids, 0, out.ids(), 0, ids.length);
        }
      };
    }
  }

  @Fails("publishesByIdAndChangesNothing")
  static class PublishingCounts extends TrackingContract {
    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        private int published;

        @Override
        public void publish(Block out) {
          super.publish(out);
          published++;
        }

        @Override
        public void save(DataOutput out) throws IOException {
          super.save(out);
          out.writeInt(published);
        }

        @Override
        public void restore(DataInput in) throws IOException {
          super.restore(in);
          published = in.readInt();
        }
      };
    }
  }
}
