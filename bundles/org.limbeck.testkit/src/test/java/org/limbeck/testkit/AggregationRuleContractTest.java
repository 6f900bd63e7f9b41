package org.limbeck.testkit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.PlainTracking;

class AggregationRuleContractTest extends ContractTests {

  /** Tracking, with every estimate wrapped in another that does something else. */
  private abstract static class Tracking extends AggregationRuleContract {
    @Override
    protected AggregationRule rule() {
      return rule(this::wrap, true);
    }

    Estimate wrap(Estimate estimate) {
      return estimate;
    }

    static AggregationRule rule(UnaryOperator<Estimate> wrapping, boolean conserves) {
      return new AggregationRule() {
        @Override
        public Estimate open(int rows, int classes) {
          return wrapping.apply(new PlainTracking().open(rows, classes));
        }

        @Override
        public boolean conservesSum() {
          return conserves;
        }
      };
    }
  }

  @Passes
  static class Sound extends Tracking {}

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
      return Tracking.rule(Forgetful::new, false);
    }
  }

  @Fails({"takesWhoLeavesOutOfTheSumIfItKeepsIt", "findsTheMeanIfItKeepsTheSum"})
  static class NeighbourMeanThatClaimsToTrack extends Tracking {
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

  @Fails("aRowIsReadableOnceItWasMixed")
  static class ReadableOnceInjected extends Tracking {
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
  static class IgnoresTheOffset extends Tracking {
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
  static class ClearsTheRoom extends Tracking {
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
  static class KeepsTheBlockInjected extends Tracking {
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
  static class MixesInTheNeighboursBlock extends Tracking {
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
  static class CountsTheWholeBlock extends Tracking {
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

  @Fails("treatsNeighboursOfEqualWeightAlike")
  static class BelievesTheFirstNeighbourOnly extends Tracking {
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

  @Fails("publishesByIdAndChangesNothing")
  static class PublishesInItsOwnOrder extends Tracking {
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
  static class PublishingCounts extends Tracking {
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

  @Fails({"aDeviceAloneReadsItsOwnDecisions", "devicesThatAgreeReadWhatTheyAgreeOn"})
  static class ReadsHalfOfIt extends Tracking {
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
  static class MixesOneWayOnly extends Tracking {
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
  static class NeverMixes extends Tracking {
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
  static class KeepsWhatCameFromWhoLeft extends Tracking {
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

  @Fails({
    "estimatesDoNotShareAnything",
    "keepsTheSumIfItSaysSo",
    "takesWhoLeavesOutOfTheSumIfItKeepsIt",
    "findsTheMeanIfItKeepsTheSum"
  })
  static class OneEstimateForAll extends Tracking {
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
  static class RestoresNothing extends Tracking {
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
  static class SavesInSilence extends Tracking {
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
