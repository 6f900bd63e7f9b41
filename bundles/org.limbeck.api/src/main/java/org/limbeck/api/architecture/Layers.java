package org.limbeck.api.architecture;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The capability of a model to say what it computes, layer by layer, so that it can be written in
 * formats that other programs read.
 */
@ConsumerType
public interface Layers {

  /**
   * Returns the layers from a row of features to its soft decisions, as they are now: applied one
   * after the other, they give what {@link Model#predict} gives, but for rounding. The last is
   * {@link NetworkLayer.ActivationFunction#SOFTMAX}.
   */
  List<NetworkLayer> layers();
}
