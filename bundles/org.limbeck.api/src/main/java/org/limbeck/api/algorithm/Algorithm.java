package org.limbeck.api.algorithm;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What devices do in a round. Offered as a service with {@link AlgorithmPlugin}. Stateless and safe
 * for use by several threads at once; the state of a device is its {@link Participant}.
 */
@ConsumerType
public interface Algorithm {

  /** Makes the part that {@code device} plays. */
  Participant join(Device device);
}
