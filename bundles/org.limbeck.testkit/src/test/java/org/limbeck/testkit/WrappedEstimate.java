package org.limbeck.testkit;

import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.ForwardingEstimate;

/** An estimate to be made faulty in one way. */
class WrappedEstimate extends ForwardingEstimate {
  final Estimate estimate;

  WrappedEstimate(Estimate estimate) {
    super(estimate);
    this.estimate = estimate;
  }
}
