package org.limbeck.api.algorithm;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of buffers for the time of one call. Devices that take turns on a thread share them, so
 * that thousands of devices need no buffers of their own. Best a record of the sizes: kinds that
 * are equal share what one of them made.
 *
 * @param <T> what holds the buffers
 */
@ConsumerType
@FunctionalInterface
public interface Scratch<T> {

  /** Makes the buffers. */
  T make();
}
