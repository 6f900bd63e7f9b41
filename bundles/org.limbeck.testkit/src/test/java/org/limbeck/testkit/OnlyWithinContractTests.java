package org.limbeck.testkit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps broken implementations, which must fail, out of ordinary runs of all tests. */
final class OnlyWithinContractTests implements ExecutionCondition {
  static final String KEY = "org.limbeck.testkit.broken";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return context.getConfigurationParameter(KEY).isPresent()
        ? ConditionEvaluationResult.enabled("run by a contract test")
        : ConditionEvaluationResult.disabled("broken on purpose");
  }
}
