package org.limbeck.architectures.classic;

import java.util.Locale;
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
 * Weighted k nearest neighbours: no weights, no gradient. A model memorises the private rows with
 * their labels and the reference rows with the soft decisions that it was last told to aim at; the
 * stored rows nearest to an input vote on its class, as {@link NeighbourVote} says.
 *
 * <p>K. Hechenbichler, K. Schliep, <i>Weighted k-Nearest-Neighbor Techniques and Ordinal
 * Classification</i>, SFB 386 discussion paper 399, LMU Munich, 2004.
 */
@ArchitecturePlugin(name = "nearest-neighbours")
@Designate(ocd = NearestNeighbours.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class NearestNeighbours implements Architecture {

  @ObjectClassDefinition(
      name = "Nearest neighbours",
      description = "Memorises rows with labels or soft targets; the nearest ones vote.")
  @interface Config {
    @AttributeDefinition(
        description = "How many of the nearest rows vote, 1 to 1000",
        min = "1",
        max = "1000")
    int neighbours() default 5;

    @AttributeDefinition(
        description = "The share of the uniform distribution in each soft decision, 0.0001 to 0.9",
        min = "0.0001",
        max = "0.9")
    float smoothing() default 0.05f;
  }

  private final int neighbours;
  private final float smoothing;

  /** Is called by the component runtime. */
  @Activate
  public NearestNeighbours(Config config) {
    this(config.neighbours(), config.smoothing());
  }

  /**
   * Makes the architecture.
   *
   * @param neighbours how many of the nearest rows vote, at least 1
   * @param smoothing the share of the uniform distribution in each soft decision, above 0 and below
   *     1
   * @throws IllegalArgumentException if a number is out of range
   */
  public NearestNeighbours(int neighbours, float smoothing) {
    if (neighbours < 1 || !(smoothing > 0 && smoothing < 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "neighbours is 1 or more and smoothing between 0 and 1, not %d and %s",
              neighbours,
              smoothing));
    }
    this.neighbours = neighbours;
    this.smoothing = smoothing;
  }

  @Override
  public Model create(Shape input, int classes, RandomGenerator random) {
    return new NearestNeighboursModel(
        new StoredRows(input.features(), classes),
        new NeighbourVote(classes, neighbours, smoothing));
  }
}
