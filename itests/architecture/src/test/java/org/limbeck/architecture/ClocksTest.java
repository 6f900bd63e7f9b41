package org.limbeck.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clocks are read, and threads put to sleep, in few classes, and chance comes from seeds: other
 * classes are given a clock or a seed, so that tests control both and runs can be repeated.
 */
class ClocksTest {
  /** Classes that may read a clock or sleep, by simple names under the reason. */
  private static final Map<String, Set<String>> PERMITTED =
      Map.of(
          "waits until a deadline for what comes from outside",
          Set.of(
              "CellQueue",
              "FrameCollector",
              "FrameInbox",
              "DeviceNetwork",
              "EmbeddedBroker",
              "Interruptible",
              "PeerAnnouncements",
              "PluginServices",
              "RoundBoundary",
              "RoundReceiver",
              "PublishQueue",
              "StartBarrier",
              "WaitOption"),
          "tells how long something took, or how long ago it was, and decides nothing in a run",
          Set.of("Connection", "FmaPeak", "MqttLink", "MqttNode", "RunStatusTracker", "Swapper"),
          "gives the clock of the system to what takes a clock",
          Set.of(
              "AsyncExchange",
              "BaselineRun",
              "Bench",
              "CompareCommand",
              "Endpoint",
              "FramePort",
              "ExperimentRunner",
              "ExperimentRun",
              "KeyFolder",
              "ProgressFactory",
              "RefusalLog",
              "RunsCheck",
              "StandalonePlacement",
              "TransferBar"));

  private static final Set<String> CLOCKS_AND_CHANCE =
      Set.of(
          "java.lang.System.currentTimeMillis()",
          "java.lang.System.nanoTime()",
          "java.lang.Thread.sleep(long)",
          "java.lang.Thread.sleep(long, int)",
          "java.lang.Math.random()",
          "java.util.Random.<init>()");

  private static final ArchRule CLOCKS_AND_SEEDS_ARE_GIVEN =
      noClasses()
          .that(
              DescribedPredicate.describe(
                  "have no reason to", (JavaClass type) -> !isPermitted(name(type))))
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "it is a clock or unseeded chance",
                  (JavaAccess<?> access) ->
                      CLOCKS_AND_CHANCE.contains(access.getTarget().getFullName())));

  @TempDir Path folder;

  @Test
  void clocksAndSeedsAreGiven() {
    CLOCKS_AND_SEEDS_ARE_GIVEN.check(Codebase.product().classes());
  }

  @Test
  void clocksAndChanceOfItsOwnBreakTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            """
            package org.limbeck.engine;
            import java.util.Random;
            import java.util.function.*;
            class Timer {
              LongSupplier clock = System::nanoTime;
              Supplier<?> random = Random::new;
              long now() { return System.nanoTime(); }
              long date() { return System.currentTimeMillis(); }
              void pause() throws InterruptedException { Thread.sleep(1); }
              void shortPause() throws InterruptedException { Thread.sleep(1, 1); }
              double chance() { return Math.random(); }
              class Inner { Random unseeded() { return new Random(); } }
            }
            """);

    assertThat(
            CLOCKS_AND_SEEDS_ARE_GIVEN.evaluate(example.classes()).getFailureReport().getDetails())
        .hasSize(8)
        .anyMatch(detail -> detail.contains("Timer$Inner.unseeded()"));
  }

  @Test
  void aSeedOrAClockThatIsGivenKeepsTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            """
            package org.limbeck.engine;
            record Timer(java.util.function.LongSupplier clock) {
              long toss() { return new java.util.Random(clock.getAsLong()).nextLong(); }
            }
            """);

    CLOCKS_AND_SEEDS_ARE_GIVEN.check(example.classes());
  }

  private static boolean isPermitted(String name) {
    return PERMITTED.values().stream().anyMatch(names -> names.contains(name));
  }

  private static String name(JavaClass type) {
    return type.getName().replaceFirst(".*\\.", "").replaceFirst("\\$.*", "");
  }
}
