package org.limbeck.api.architecture;

import java.util.random.RandomGenerator;
import org.limbeck.api.Shape;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes models of one architecture. Offered as a service with {@link ArchitecturePlugin}. Stateless
 * and safe for use by several threads at once.
 */
@ConsumerType
public interface Architecture {

  /**
   * Makes an untrained model.
   *
   * @param input the shape of an input row
   * @param classes the number of classes K, at least 2
   * @param random the only source of randomness for the initial weights: the same stream gives the
   *     same model, bit for bit
   * @throws IllegalArgumentException if the architecture cannot work with this shape or number of
   *     classes; the message says why and what it needs
   * @throws IllegalStateException if the architecture cannot work on this machine; the message says
   *     what is missing
   */
  Model create(Shape input, int classes, RandomGenerator random);
}
