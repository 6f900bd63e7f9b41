package org.limbeck.architectures.external.check;

import static org.limbeck.architectures.external.check.CheckedModels.ROWS;
import static org.limbeck.architectures.external.check.CheckedModels.requireNear;
import static org.limbeck.architectures.external.check.CheckedModels.requireSame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.limbeck.api.architecture.GaussianMechanism;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.PrivateSteps;
import org.limbeck.api.architecture.Weights;
import org.limbeck.architectures.external.check.ProgramCheck.PropertyRun;

/** Checks of weights, gradients and private steps, where a program offers them. */
record AbilityChecks(CheckedModels models) {
  private static final String ABSENT = "not offered";
  private static final float DIFFERENCE = 0.01f;
  private static final double SHARE = 0.03;
  private static final double ROUNDING = 1e-3;
  private static final int MOST = 40;

  void run(PropertyRun run) {
    run.check("weights that are set make the model", this::weights);
    run.check("the gradient is that of the loss, by finite differences", this::gradient);
    run.check("a private step without protection is a step", this::unprotected);
    run.check("a private step draws its noise from its seed", this::noise);
  }

  private String weights() throws BrokenPromiseException {
    try (Model one = models.model(1);
        Model other = models.model(2)) {
      Optional<Weights> weights = one.capability(Weights.class);
      if (weights.isEmpty()) {
        return ABSENT;
      }
      models.train(one);
      float[] values = all(weights.get());
      Weights set = other.capability(Weights.class).orElseThrow();
      set.set(values);
      requireSame("weights got and set", values, all(set));
      requireNear("predictions", models.decisions(one), models.decisions(other), ROUNDING);
      return values.length + " weights got, set in another model, and got again";
    }
  }

  private String gradient() throws BrokenPromiseException {
    try (Model model = models.model(1)) {
      Optional<Gradients> gradients = model.capability(Gradients.class);
      Optional<Weights> weights = model.capability(Weights.class);
      if (gradients.isEmpty() || weights.isEmpty()) {
        return gradients.isEmpty() ? ABSENT : "offered without weights, and so not compared";
      }
      Lesson lesson = models.lesson(ROWS / 2, ROWS / 2);
      float[] gradient = new float[model.parameters()];
      gradients.get().gradient(lesson, gradient);
      return compared(model, weights.get(), lesson, gradient);
    }
  }

  private String compared(Model model, Weights weights, Lesson lesson, float[] gradient)
      throws BrokenPromiseException {
    float[] values = all(weights);
    double largest = 0;
    for (float derivative : gradient) {
      largest = Math.max(largest, Math.abs(derivative));
    }
    double worst = 0;
    int stride = Math.max(1, gradient.length / MOST);
    for (int i = 0; i < gradient.length; i += stride) {
      float here = values[i];
      values[i] = here + DIFFERENCE;
      weights.set(values);
      double above = models.rows().objective(model, lesson);
      values[i] = here - DIFFERENCE;
      weights.set(values);
      double below = models.rows().objective(model, lesson);
      values[i] = here;
      worst = Math.max(worst, Math.abs((above - below) / (2 * DIFFERENCE) - gradient[i]));
    }
    String seen =
        String.format(
            Locale.ROOT, "off by %.5f at most; the largest derivative is %.5f", worst, largest);
    if (!(worst <= SHARE * largest + ROUNDING)) {
      throw new BrokenPromiseException(seen);
    }
    return seen;
  }

  private String unprotected() throws BrokenPromiseException {
    try (Model one = models.model(1);
        Model other = models.model(1)) {
      Optional<PrivateSteps> steps = one.capability(PrivateSteps.class);
      if (steps.isEmpty()) {
        return ABSENT;
      }
      Lesson lesson = models.lesson(ROWS, ROWS);
      GaussianMechanism mechanism = new GaussianMechanism(Float.POSITIVE_INFINITY, 0, ROWS);
      steps
          .get()
          .privateStep(lesson, models.stepSize(), mechanism, new SplittableRandom(1), new Losses());
      models.train(other, 1, lesson);
      requireNear("predictions", models.decisions(other), models.decisions(one), ROUNDING);
      return "the same predictions as after a step, to within " + ROUNDING;
    }
  }

  private String noise() throws BrokenPromiseException {
    try (Model one = models.model(1)) {
      if (one.capability(PrivateSteps.class).isEmpty()) {
        return ABSENT;
      }
    }
    float[] first = noisy(1);
    requireSame("predictions after noise of the same seed", first, noisy(1));
    if (Arrays.equals(first, noisy(2))) {
      throw new BrokenPromiseException("another seed gives the same noise, or there is none");
    }
    return "the same of the same seed, another one of another";
  }

  private float[] noisy(long seed) {
    try (Model model = models.model(1)) {
      model
          .capability(PrivateSteps.class)
          .orElseThrow()
          .privateStep(
              models.lesson(ROWS, ROWS),
              models.stepSize(),
              new GaussianMechanism(1, 1, ROWS),
              new SplittableRandom(seed),
              new Losses());
      return models.decisions(model);
    }
  }

  private static float[] all(Weights weights) {
    float[] values = new float[weights.count()];
    weights.get(values);
    return values;
  }
}
