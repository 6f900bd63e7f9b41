package org.limbeck.testkit;

import java.util.Optional;
import org.limbeck.api.architecture.Embeddings;
import org.limbeck.api.architecture.ForwardingModel;
import org.limbeck.api.architecture.Model;

/** A model to be made faulty in one way. It keeps its embeddings, which come from honest steps. */
class WrappedModel extends ForwardingModel {
  final Model model;

  WrappedModel(Model model) {
    super(model);
    this.model = model;
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    return type == Embeddings.class ? Optional.empty() : super.capability(type);
  }
}
