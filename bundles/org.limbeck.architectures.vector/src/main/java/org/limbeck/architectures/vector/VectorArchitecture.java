package org.limbeck.architectures.vector;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.Model;

/**
 * An architecture with one network for each shape of inputs and number of classes, so that models
 * have nothing of their own but weights.
 */
abstract class VectorArchitecture implements Architecture {

  private record Task(Shape input, int classes) {}

  private final Map<Task, LayeredNetwork> networks = new ConcurrentHashMap<>();
  private final Backend backend;
  private final TrainingOptions learning;

  VectorArchitecture(Backend backend, TrainingOptions learning) {
    this.backend = backend;
    this.learning = learning;
  }

  @Override
  public Model create(Shape input, int classes, RandomGenerator random) {
    LayeredNetwork network =
        networks.computeIfAbsent(
            new Task(input, classes), task -> network(input, classes, backend.kernels()));
    return new VectorNetworkModel(network, backend, learning, random);
  }

  /** Makes the network for a shape and a number of classes. */
  abstract LayeredNetwork network(Shape input, int classes, Kernels kernels);
}
