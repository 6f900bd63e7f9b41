package org.limbeck.testkit;

import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.PlainTracking;

class AggregationMixingTest extends ContractTests {
  @Passes
  static class Sound extends TrackingContract {}

  /** Forgets before every round what it knew, and so averages over the neighbours only. */
  @Passes(
      skipping = {
        "keepsTheSumIfItSaysSo",
        "takesWhoLeavesOutOfTheSumIfItKeepsIt",
        "findsTheMeanIfItKeepsTheSum"
      })
  static class NeighbourMean extends AggregationRuleContract {
    @Override
    protected AggregationRule rule() {
      return TrackingContract.rule(Forgetful::new, false);
    }
  }

  @Fails({"takesWhoLeavesOutOfTheSumIfItKeepsIt", "findsTheMeanIfItKeepsTheSum"})
  static class NeighbourMeanThatClaimsToTrack extends TrackingContract {
    @Override
    Estimate wrap(Estimate estimate) {
      return new Forgetful(estimate);
    }
  }

  private static final class Forgetful extends WrappedEstimate {
    Forgetful(Estimate estimate) {
      super(estimate);
    }

    @Override
    public void inject(Block decisions) {
      estimate.inject(Blocks.of(Blocks.ids(decisions), decisions.width()));
      Block left = Blocks.copy(decisions);
      estimate.publish(left);
      for (int i = 0; i < left.values().length; i++) {
        left.values()[i] = decisions.values()[i] - left.values()[i];
      }
      estimate.inject(left);
    }
  }

  @Fails("treatsNeighboursOfEqualWeightAlike")
  static class BelievesTheFirstNeighbourOnly extends TrackingContract {
    @Override
    protected AggregationRule rule() {
      return rule(this::wrap, false);
    }

    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        @Override
        public void mix(Block own, List<Peer> peers, float gamma) {
          super.mix(own, peers.subList(0, Math.min(1, peers.size())), gamma);
        }
      };
    }
  }

  @Fails("isConcernedAboutGraphsInSentences")
  static class IsConcernedForNoReason extends AggregationRuleContract {
    @Override
    protected AggregationRule rule() {
      return new AggregationRule() {
        @Override
        public Estimate open(int rows, int classes) {
          return new PlainTracking().open(rows, classes);
        }

        @Override
        public boolean conservesSum() {
          return true;
        }

        @Override
        public List<String> concerns(Graph graph) {
          return List.of(" ");
        }
      };
    }
  }

  @Fails({"aDeviceAloneReadsItsOwnDecisions", "devicesThatAgreeReadWhatTheyAgreeOn"})
  static class ReadsHalfOfIt extends TrackingContract {
    @Override
    protected AggregationRule rule() {
      return rule(this::wrap, false);
    }

    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        @Override
        public boolean read(int row, float[] into, int offset) {
          boolean read = super.read(row, into, offset);
          if (read) {
            into[offset] /= 2;
          }
          return read;
        }
      };
    }
  }

  @Fails("keepsTheSumIfItSaysSo")
  static class MixesOneWayOnly extends TrackingContract {
    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        @Override
        public void mix(Block own, List<Peer> peers, float gamma) {
          super.mix(own, gamma < 1 ? peers.subList(0, 1) : peers, gamma);
        }
      };
    }
  }

  @Fails("findsTheMeanIfItKeepsTheSum")
  static class NeverMixes extends TrackingContract {
    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        @Override
        public void mix(Block own, List<Peer> peers, float gamma) {
          super.mix(own, List.of(), gamma);
        }
      };
    }
  }

  @Fails("takesWhoLeavesOutOfTheSumIfItKeepsIt")
  static class KeepsWhatCameFromWhoLeft extends TrackingContract {
    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        @Override
        public void leave(String peer) {
          // as the default does
        }
      };
    }
  }
}
