package org.limbeck.architectures.external.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Shape;
import org.limbeck.architectures.external.TestProgram;

class ProgramCheckTest {
  private final List<CheckedProperty> results = new ArrayList<>();

  @Test
  void aGoodProgramPassesAllChecks() {
    assertThat(check(TestProgram.command())).isTrue();
    assertThat(results).allMatch(CheckedProperty::kept);
    assertThat(results.get(0))
        .isEqualTo(
            new CheckedProperty(
                "it starts and makes a model",
                true,
                "15 parameters; it offers weights, gradients, private steps"));
    assertThat(results).last().extracting(CheckedProperty::seen).isEqualTo("it ended");
    assertThat(results).noneMatch(result -> result.seen().equals("not offered"));
  }

  @Test
  void whatIsNotOfferedIsNotChecked() {
    assertThat(check(TestProgram.command("abilities=0"))).isTrue();
    assertThat(results).filteredOn(result -> result.seen().equals("not offered")).hasSize(4);
  }

  @Test
  void aProgramThatDoesNotStartFailsTheFirstCheck() {
    assertThat(check(List.of("no-such-program"))).isFalse();
    assertThat(results)
        .singleElement()
        .isEqualTo(
            new CheckedProperty(
                "it starts and makes a model",
                false,
                "cannot start 'no-such-program': there is no program 'no-such-program' on PATH"));
  }

  @Test
  void aProgramThatDoesNotLearnIsFoundOut() {
    assertThat(check(TestProgram.command("bug=idle"))).isFalse();
    assertThat(failed()).contains("steps lower the loss, with loss squared");
  }

  @Test
  void aProgramWhoseModelsAreDrawnByChanceIsFoundOut() {
    assertThat(check(TestProgram.command("bug=unseeded"))).isFalse();
    assertThat(failed()).contains("the same seed gives the same model");
  }

  @Test
  void aProgramWithAWrongGradientIsFoundOut() {
    assertThat(check(TestProgram.command("bug=gradient"))).isFalse();
    assertThat(failed()).containsExactly("the gradient is that of the loss, by finite differences");
  }

  @Test
  void aProgramThatForgetsItsStateIsFoundOut() {
    assertThat(check(TestProgram.command("bug=forgetful"))).isFalse();
    assertThat(failed()).contains("a restored model goes on as the saved one, to the bit");
  }

  @Test
  void aProgramThatStaysIsFoundOut() {
    assertThat(check(TestProgram.command("bug=stays"))).isFalse();
    assertThat(failed()).containsExactly("it ends when its input ends");
  }

  @Test
  void aProgramThatPredictsNoDistributionsIsTheLastToBeAsked() {
    assertThat(check(TestProgram.command("do=error", "at=5", "after=4"))).isFalse();
    assertThat(results).last().matches(result -> !result.kept());
    assertThat(results).last().extracting(CheckedProperty::seen).asString().contains("'predict'");
  }

  private List<String> failed() {
    return results.stream()
        .filter(result -> !result.kept())
        .map(CheckedProperty::property)
        .toList();
  }

  private boolean check(List<String> command) {
    return new ProgramCheck(command, 60, new Shape(2, 2, 1), 3, 0.1f).run(results::add);
  }
}
