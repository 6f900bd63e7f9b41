package org.limbeck.testkit;

import org.limbeck.api.architecture.ForwardingModel;
import org.limbeck.api.architecture.Model;

/** A model to be made faulty in one way. */
class WrappedModel extends ForwardingModel {
  final Model model;

  WrappedModel(Model model) {
    super(model);
    this.model = model;
  }
}
