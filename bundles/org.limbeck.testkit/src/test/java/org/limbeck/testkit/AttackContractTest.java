package org.limbeck.testkit;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.limbeck.api.Block;
import org.limbeck.api.attack.Attack;

class AttackContractTest extends ContractTests {

  /** Halves everything: finite, if nothing else. */
  private static void halve(Block decisions) {
    for (int i = 0; i < decisions.rows() * decisions.width(); i++) {
      decisions.values()[i] /= 2;
    }
  }

  @Passes
  static class Sound extends AttackContract {
    @Override
    protected Attack attack() {
      return (decisions, own, common) -> halve(decisions);
    }
  }

  @Fails("saysSomethingElse")
  static class Honest extends AttackContract {
    @Override
    protected Attack attack() {
      return (decisions, own, common) -> {};
    }
  }

  @Fails("saysFiniteValues")
  static class Boundless extends AttackContract {
    @Override
    protected Attack attack() {
      return (decisions, own, common) -> {
        halve(decisions);
        if (decisions.rows() > 0) {
          decisions.values()[0] = Float.POSITIVE_INFINITY;
        }
      };
    }
  }

  @Fails("leavesTheRowsTheirIds")
  static class TurnsTheRowsRound extends AttackContract {
    @Override
    protected Attack attack() {
      return (decisions, own, common) -> {
        halve(decisions);
        Arrays.sort(decisions.ids(), 0, decisions.rows());
      };
    }
  }

  @Fails("leavesAloneWhatDoesNotCount")
  static class FillsTheWholeBlock extends AttackContract {
    @Override
    protected Attack attack() {
      return (decisions, own, common) -> Arrays.fill(decisions.values(), 0.125f);
    }
  }

  @Fails({"isTheSameForTheSameStreams", "leavesAloneWhatDoesNotCount", "isSafeForSeveralThreads"})
  static class CountsItsLies extends AttackContract {
    private final AtomicInteger lies = new AtomicInteger();

    @Override
    protected Attack attack() {
      return (decisions, own, common) ->
          Arrays.fill(
              decisions.values(), 0, decisions.rows() * decisions.width(), lies.incrementAndGet());
    }
  }

  @Fails("takesABlockWithoutRows")
  static class NeedsARow extends AttackContract {
    @Override
    protected Attack attack() {
      return (decisions, own, common) -> {
        halve(decisions);
        decisions.values()[0] /= 2;
      };
    }
  }
}
