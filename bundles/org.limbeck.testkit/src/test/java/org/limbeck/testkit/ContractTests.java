package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/**
 * Tests a contract. The nested classes of a subclass run implementations, good and broken, through
 * it, and say by {@link Passes} and {@link Fails} what is to come of it.
 */
abstract class ContractTests {

  @TestFactory
  Stream<DynamicTest> implementations() {
    return Arrays.stream(getClass().getDeclaredClasses())
        .filter(c -> c.isAnnotationPresent(Passes.class) || c.isAnnotationPresent(Fails.class))
        .map(c -> DynamicTest.dynamicTest(c.getSimpleName(), () -> check(c)));
  }

  private static void check(Class<?> contract) {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter(OnlyWithinContractTests.KEY, "true")
            .selectors(selectClass(contract))
            .execute();
    assertThat(results.containerEvents().failed().list()).isEmpty();
    assertThat(results.containerEvents().skipped().list()).isEmpty();
    assertThat(results.testEvents().started().count()).isPositive();
    Fails fails = contract.getAnnotation(Fails.class);
    Passes passes = contract.getAnnotation(Passes.class);
    assertThat(names(results.testEvents().failed()))
        .as(() -> "tests that " + contract.getSimpleName() + " fails: " + reasons(results))
        .containsExactlyInAnyOrder(fails == null ? new String[0] : fails.value());
    if (passes != null) {
      assertThat(names(results.testEvents().aborted()))
          .containsExactlyInAnyOrder(passes.skipping());
    }
  }

  private static Set<String> names(Events events) {
    Set<String> names = new TreeSet<>();
    events.stream().forEach(event -> names.add(method(event)));
    return names;
  }

  private static String method(Event event) {
    return ((MethodSource) event.getTestDescriptor().getSource().orElseThrow()).getMethodName();
  }

  private static String reasons(EngineExecutionResults results) {
    StringBuilder reasons = new StringBuilder();
    results.testEvents().failed().stream()
        .forEach(event -> reasons.append("\n").append(method(event)).append(reason(event)));
    return reasons.toString();
  }

  private static String reason(Event event) {
    Throwable thrown =
        event.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
    String message = String.valueOf(thrown.getMessage()).strip();
    return ": " + message.substring(0, Math.min(300, message.length()));
  }
}
