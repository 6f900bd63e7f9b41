package org.limbeck.engine.binding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.ForwardingModel;
import org.limbeck.api.architecture.GaussianMechanism;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.PrivateSteps;
import org.limbeck.api.architecture.Weights;
import org.limbeck.experiment.PluginChoice;

/**
 * A model of a device. When it cannot go on, the choice of its architecture is blamed, in an {@link
 * org.limbeck.experiment.InvalidInputException} that names the device.
 */
public final class AttributedModel extends ForwardingModel {
  private final Model model;
  private final PluginChoice architecture;
  private final String device;

  /** Attributes what a model throws to a device and the choice of its architecture. */
  public AttributedModel(Model model, PluginChoice architecture, String device) {
    super(model);
    this.model = model;
    this.architecture = architecture;
    this.device = device;
  }

  @Override
  public void predict(Block inputs, Block decisions) {
    try {
      model.predict(inputs, decisions);
    } catch (IllegalStateException e) {
      throw attributed(e);
    }
  }

  @Override
  public void step(Lesson lesson, float stepSize, Losses losses) {
    try {
      model.step(lesson, stepSize, losses);
    } catch (IllegalStateException e) {
      throw attributed(e);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    try {
      model.save(out);
    } catch (IllegalStateException e) {
      throw attributed(e);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    try {
      model.restore(in);
    } catch (IllegalStateException e) {
      throw attributed(e);
    }
  }

  @Override
  public void close() {
    attribute(model::close);
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    return model.capability(type).map(ability -> type.cast(attributed(type, ability)));
  }

  /** One object may have several abilities: what is asked for counts. */
  private Object attributed(Class<?> type, Object ability) {
    if (type == Weights.class) {
      return new AttributedWeights((Weights) ability);
    }
    if (type == Gradients.class) {
      Gradients gradients = (Gradients) ability;
      Gradients attributed = (lesson, into) -> attribute(() -> gradients.gradient(lesson, into));
      return attributed;
    }
    return type == PrivateSteps.class ? new AttributedSteps((PrivateSteps) ability) : ability;
  }

  private void attribute(Runnable work) {
    try {
      work.run();
    } catch (IllegalStateException e) {
      throw attributed(e);
    }
  }

  private RuntimeException attributed(IllegalStateException e) {
    RuntimeException blame = PluginErrors.about(architecture, device + ": " + e.getMessage());
    blame.initCause(e);
    return blame;
  }

  private final class AttributedWeights implements Weights {
    private final Weights weights;

    AttributedWeights(Weights weights) {
      this.weights = weights;
    }

    @Override
    public int count() {
      return weights.count();
    }

    @Override
    public void get(float[] into) {
      attribute(() -> weights.get(into));
    }

    @Override
    public void set(float[] from) {
      attribute(() -> weights.set(from));
    }
  }

  private final class AttributedSteps implements PrivateSteps {
    private final PrivateSteps steps;

    AttributedSteps(PrivateSteps steps) {
      this.steps = steps;
    }

    @Override
    public void privateStep(
        Lesson lesson,
        float stepSize,
        GaussianMechanism mechanism,
        RandomGenerator noise,
        Losses losses) {
      try {
        steps.privateStep(lesson, stepSize, mechanism, noise, losses);
      } catch (IllegalStateException e) {
        throw attributed(e);
      }
    }
  }
}
