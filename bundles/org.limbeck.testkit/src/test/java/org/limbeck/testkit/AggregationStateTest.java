package org.limbeck.testkit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.testkit.fixture.PlainTracking;

class AggregationStateTest extends ContractTests {
  @Fails({
    "estimatesDoNotShareAnything",
    "keepsTheSumIfItSaysSo",
    "takesWhoLeavesOutOfTheSumIfItKeepsIt",
    "findsTheMeanIfItKeepsTheSum"
  })
  static class OneEstimateForAll extends TrackingContract {
    @Override
    protected AggregationRule rule() {
      Map<List<Integer>, Estimate> estimates = new HashMap<>();
      return new AggregationRule() {
        @Override
        public Estimate open(int rows, int classes) {
          return estimates.computeIfAbsent(
              List.of(rows, classes), size -> new PlainTracking().open(rows, classes));
        }

        @Override
        public boolean conservesSum() {
          return true;
        }
      };
    }
  }

  @Fails({
    "goesOnFromASavedStateAsIfNothingHadHappened",
    "restoringReadsExactlyWhatWasSaved",
    "restoringReplacesTheWholeState",
    "refusesAStateThatEndsEarly",
    "refusesAStateOfAnotherSize"
  })
  static class RestoresNothing extends TrackingContract {
    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        @Override
        public void restore(DataInput in) {
          // what follows stays where it is
        }
      };
    }
  }

  @Fails("savingChangesNothing")
  static class SavesInSilence extends TrackingContract {
    @Override
    Estimate wrap(Estimate estimate) {
      return new WrappedEstimate(estimate) {
        @Override
        public void save(DataOutput out) throws IOException {
          try {
            super.save(out);
          } catch (IOException ignored) {
            // nobody hears of it
          }
        }
      };
    }
  }
}
