package org.limbeck.engine.swap;

import org.limbeck.api.architecture.Model;

/**
 * The model that a device goes on with.
 *
 * @param model the model
 * @param made whether it is a new object; else it is the one the device had
 * @param accuracyBefore the test accuracy of a model that it replaces by distillation; else NaN
 * @param accuracyAfter its own test accuracy then; else NaN
 */
record SuccessorModel(Model model, boolean made, double accuracyBefore, double accuracyAfter) {

  static SuccessorModel kept(Model model) {
    return new SuccessorModel(model, false, Double.NaN, Double.NaN);
  }

  static SuccessorModel sameState(Model model) {
    return new SuccessorModel(model, true, Double.NaN, Double.NaN);
  }
}
