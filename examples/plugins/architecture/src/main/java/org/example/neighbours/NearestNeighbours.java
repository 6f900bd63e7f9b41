package org.example.neighbours;

import java.util.random.RandomGenerator;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.ArchitecturePlugin;
import org.limbeck.api.architecture.Model;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Nearest neighbours: no network, no weights, no gradient. A model remembers the private rows with
 * their labels and the reference rows with the soft decisions that the device last aimed at, and
 * predicts the mean of what it remembers of the k nearest (T. Cover, P. Hart, <i>Nearest Neighbor
 * Pattern Classification</i>, IEEE Transactions on Information Theory 13, 1967).
 */
@ArchitecturePlugin(name = "remembered-neighbours")
@Designate(ocd = NearestNeighbours.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class NearestNeighbours implements Architecture {

  @ObjectClassDefinition(
      name = "Remembered neighbours",
      description = "Remembers rows with their labels or soft targets; has no weights.")
  @interface Config {
    @AttributeDefinition(description = "How many neighbours vote, 1 or more", min = "1")
    int neighbours() default 5;

    @AttributeDefinition(
        description = "The weight of not knowing: the evidence that halves it, 0.000001 or more",
        min = "0.000001")
    float prior() default 0.1f;
  }

  private final int neighbours;
  private final float prior;

  @Activate
  public NearestNeighbours(Config config) {
    this(config.neighbours(), config.prior());
  }

  /** Makes the architecture; the options are those of {@link Config}. */
  public NearestNeighbours(int neighbours, float prior) {
    if (neighbours < 1 || !(prior > 0)) {
      throw new IllegalArgumentException(
          "neighbours is 1 or more and prior above 0; not %d and %s".formatted(neighbours, prior));
    }
    this.neighbours = neighbours;
    this.prior = prior;
  }

  @Override
  public Model create(Shape input, int classes, RandomGenerator random) {
    return new Memory(input.features(), classes, neighbours, prior);
  }
}
