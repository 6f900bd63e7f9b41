package org.limbeck.architectures.vector;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Model;

/**
 * The networks of an architecture, one for each shape of inputs and number of classes, so that
 * models have nothing of their own but weights. Safe for use by several threads at once.
 */
final class NetworkCache {

  private record Task(Shape input, int classes) {}

  private final Map<Task, LayeredNetwork> networks = new ConcurrentHashMap<>();
  private final Backend backend;
  private final TrainingOptions learning;
  private final BiFunction<Shape, Integer, LayeredNetwork> design;

  /**
   * Prepares to make networks.
   *
   * @param design makes the network for a shape and a number of classes
   */
  NetworkCache(
      Backend backend,
      TrainingOptions learning,
      BiFunction<Shape, Integer, LayeredNetwork> design) {
    this.backend = backend;
    this.learning = learning;
    this.design = design;
  }

  Model model(Shape input, int classes, RandomGenerator random) {
    LayeredNetwork network =
        networks.computeIfAbsent(
            new Task(input, classes), task -> design.apply(task.input(), task.classes()));
    return new VectorNetworkModel(network, backend, learning, random);
  }
}
