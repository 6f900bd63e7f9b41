package org.limbeck.testkit;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.limbeck.api.Block;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.weighting.DecisionWeights;
import org.limbeck.api.weighting.NetworkMean;
import org.limbeck.api.weighting.Weighting;

class WeightingContractTest extends ContractTests {

  private static void multiply(Block decisions, float weight) {
    for (int i = 0; i < decisions.rows() * decisions.width(); i++) {
      decisions.values()[i] *= weight;
    }
  }

  /** A weighting by the model only. */
  private static Weighting modest(DecisionWeights weights) {
    return new Weighting() {
      @Override
      public DecisionWeights open(LabelledRows rows, ReferenceDataset reference, int classes) {
        return weights;
      }

      @Override
      public boolean readsPrivateRows() {
        return false;
      }
    };
  }

  /** A weighting whose devices tell a profile, of the same number for each class. */
  private static Weighting telling(float share) {
    return new Weighting() {
      @Override
      public DecisionWeights open(LabelledRows rows, ReferenceDataset reference, int classes) {
        return new DecisionWeights() {
          @Override
          public void profile(float[] into) {
            Arrays.fill(into, share);
          }

          @Override
          public void weigh(Block decisions, NetworkMean network) {}
        };
      }

      @Override
      public boolean tellsProfile() {
        return true;
      }
    };
  }

  @Passes(skipping = {"uniformWeightsAreOne", "tellsTheSameProfileAlways"})
  static class Sound extends WeightingContract {
    @Override
    protected Weighting weighting() {
      return modest((decisions, network) -> multiply(decisions, 2));
    }
  }

  @Passes(skipping = {"uniformWeightsAreOne", "asksNoPrivateRowsIfItSaysSo"})
  static class TellsAProfile extends WeightingContract {
    @Override
    protected Weighting weighting() {
      return telling(1);
    }
  }

  @Fails("uniformWeightsAreOne")
  static class SaysItIsUniform extends WeightingContract {
    @Override
    protected Weighting weighting() {
      return new Weighting() {
        @Override
        public DecisionWeights open(LabelledRows rows, ReferenceDataset reference, int classes) {
          return (decisions, network) -> multiply(decisions, 2);
        }

        @Override
        public boolean isUniform() {
          return true;
        }
      };
    }
  }

  @Fails("weightsAreFiniteAndNotNegative")
  static class Negative extends WeightingContract {
    @Override
    protected Weighting weighting() {
      return modest((decisions, network) -> multiply(decisions, -1));
    }
  }

  @Fails({"weightsAreFiniteAndNotNegative", "claimsNoMoreThanTheMost"})
  static class DividesByWhatNobodyHas extends WeightingContract {
    @Override
    protected Weighting weighting() {
      return modest(
          (decisions, network) -> {
            float[] profile = new float[decisions.width()];
            if (network.readProfile(profile)) {
              multiply(decisions, 1 / profile[1]);
            }
          });
    }
  }

  @Fails("claimsNoMoreThanTheMost")
  static class ClaimsMore extends WeightingContract {
    @Override
    protected Weighting weighting() {
      return modest((decisions, network) -> multiply(decisions, 9));
    }
  }

  @Fails("leavesTheRowsTheirIds")
  static class TurnsTheRowsRound extends WeightingContract {
    @Override
    protected Weighting weighting() {
      return modest((decisions, network) -> Arrays.sort(decisions.ids(), 0, decisions.rows()));
    }
  }

  @Fails("leavesAloneWhatDoesNotCount")
  static class FillsTheWholeBlock extends WeightingContract {
    @Override
    protected Weighting weighting() {
      return modest((decisions, network) -> Arrays.fill(decisions.values(), 0.125f));
    }
  }

  @Fails("takesABlockWithoutRows")
  static class NeedsARow extends WeightingContract {
    @Override
    protected Weighting weighting() {
      return modest((decisions, network) -> decisions.values()[0] /= 2);
    }
  }

  @Fails({
    "keepsNothingFromOneBlockToTheNext",
    "leavesAloneWhatDoesNotCount",
    "asksNoPrivateRowsIfItSaysSo",
    "isSafeForSeveralThreads"
  })
  static class CountsItsBlocks extends WeightingContract {
    private final AtomicInteger blocks = new AtomicInteger();
    private final Weighting counting =
        modest((decisions, network) -> multiply(decisions, 1f / blocks.incrementAndGet()));

    @Override
    protected Weighting weighting() {
      return counting;
    }
  }

  @Fails("asksNoPrivateRowsIfItSaysSo")
  static class ReadsInSecret extends WeightingContract {
    @Override
    protected Weighting weighting() {
      return new Weighting() {
        @Override
        public DecisionWeights open(LabelledRows rows, ReferenceDataset reference, int classes) {
          return (decisions, network) -> multiply(decisions, 1f / (1 + rows.rows()));
        }

        @Override
        public boolean readsPrivateRows() {
          return false;
        }
      };
    }
  }

  @Fails("tellsTheSameProfileAlways")
  static class TellsWhatIsRefused extends WeightingContract {
    @Override
    protected Weighting weighting() {
      return telling(65);
    }
  }

  @Fails("targetsAreOnTheSimplex")
  static class NoFloor extends WeightingContract {
    @Override
    protected Weighting weighting() {
      return modest(
          new DecisionWeights() {
            @Override
            public void weigh(Block decisions, NetworkMean network) {}

            @Override
            public void normalise(float[] mean, int offset, int classes) {
              float sum = 0;
              for (int k = offset; k < offset + classes; k++) {
                sum += mean[k];
              }
              for (int k = offset; k < offset + classes; k++) {
                mean[k] /= sum;
              }
            }
          });
    }
  }
}
