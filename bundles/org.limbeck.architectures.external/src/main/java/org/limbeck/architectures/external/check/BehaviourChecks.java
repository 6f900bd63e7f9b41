package org.limbeck.architectures.external.check;

import static org.limbeck.architectures.external.check.CheckedModels.RHO;
import static org.limbeck.architectures.external.check.CheckedModels.ROWS;
import static org.limbeck.architectures.external.check.CheckedModels.requireNear;
import static org.limbeck.architectures.external.check.CheckedModels.requireSame;
import static org.limbeck.architectures.external.check.CheckedModels.restore;
import static org.limbeck.architectures.external.check.CheckedModels.save;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.architectures.external.check.ProgramCheck.PropertyRun;

/** Checks of what every model does: predict, learn, be saved. */
record BehaviourChecks(CheckedModels models) {
  private static final double ROUNDING = 1e-4;
  private static final double LOSS_TOLERANCE = 0.2;
  private static final int STEPS = 100;
  private static final int MANY = 200;

  void run(PropertyRun run) {
    run.check("the same seed gives the same model", this::sameSeed);
    run.check("models do not share anything", this::shareNothing);
    run.check("rows that are predicted are distributions over the classes", this::distributions);
    run.check("what a row gets does not depend on the others", this::independentRows);
    run.check("predicting changes nothing", this::predictingChangesNothing);
    for (DistillationLoss loss : DistillationLoss.values()) {
      run.check("steps lower the loss, with loss " + name(loss), () -> stepsLower(loss));
    }
    run.check("a step answers with the losses before it", this::lossesBefore);
    run.check("targets do not count with a regularization of 0", this::targetsWithoutWeight);
    run.check("a lesson without rows changes nothing", this::emptyLesson);
    run.check("a restored model goes on as the saved one, to the bit", this::restored);
    run.check("models are closed, and others go on", this::closed);
  }

  private String sameSeed() throws BrokenPromiseException {
    try (Model one = models.model(1);
        Model other = models.model(1)) {
      requireSame("predictions", models.decisions(one), models.decisions(other));
      models.train(one);
      models.train(other);
      requireSame("predictions after 3 steps", models.decisions(one), models.decisions(other));
      return "the same predictions, also after 3 steps";
    }
  }

  private String shareNothing() throws BrokenPromiseException {
    try (Model one = models.model(1);
        Model other = models.model(2)) {
      float[] before = models.decisions(other);
      models.train(one);
      requireSame("predictions of a model while another learns", before, models.decisions(other));
      return "a model stays as it is while another one learns";
    }
  }

  private String distributions() {
    try (Model model = models.model(1)) {
      models.train(model);
      for (int count : new int[] {1, 2, MANY}) {
        models.rows().decisions(model, models.probes(count));
      }
      return "1, 2 and " + MANY + " rows, not negative, with the sum 1";
    }
  }

  private String independentRows() throws BrokenPromiseException {
    try (Model model = models.model(1)) {
      models.train(model);
      Block all = models.probes(MANY);
      float[] together = models.rows().decisions(model, all);
      int classes = models.rows().classes();
      int features = models.rows().shape().features();
      for (int row : new int[] {0, MANY / 2, MANY - 1}) {
        Block single = models.probes(1);
        System.arraycopy(all.values(), row * features, single.values(), 0, features);
        requireNear(
            "row " + row + " alone and among " + MANY,
            Arrays.copyOfRange(together, row * classes, (row + 1) * classes),
            models.rows().decisions(model, single),
            ROUNDING);
      }
      return "the same alone and among " + MANY;
    }
  }

  private String predictingChangesNothing() throws BrokenPromiseException, IOException {
    try (Model model = models.model(1)) {
      models.train(model);
      byte[] state = save(model);
      float[] before = models.decisions(model);
      models.rows().decisions(model, models.probes(MANY));
      requireSame("predictions asked for again", before, models.decisions(model));
      if (!Arrays.equals(state, save(model))) {
        throw new BrokenPromiseException("the saved state is another one after predicting");
      }
      return "the same predictions and state afterwards";
    }
  }

  private String stepsLower(DistillationLoss loss) throws BrokenPromiseException {
    try (Model model = models.model(1)) {
      Lesson lesson = models.rows().lesson(ROWS, ROWS, loss, RHO);
      double before = models.rows().objective(model, lesson);
      models.train(model, STEPS, lesson);
      double after = models.rows().objective(model, lesson);
      String seen =
          String.format(Locale.ROOT, "from %.3f to %.3f in %d steps", before, after, STEPS);
      if (!(after < before)) {
        throw new BrokenPromiseException(seen);
      }
      return seen;
    }
  }

  private String lossesBefore() throws BrokenPromiseException {
    try (Model model = models.model(1)) {
      models.train(model);
      Losses losses = new Losses();
      Lesson lesson = models.lesson(ROWS, ROWS);
      Lesson own = models.lesson(ROWS, 0);
      double local = models.rows().objective(model, own);
      double distance = (models.rows().objective(model, lesson) - local) / RHO;
      model.step(lesson, models.stepSize(), losses);
      String seen =
          String.format(
              Locale.ROOT,
              "local %.4f, distillation %.4f; its predictions give %.4f and %.4f",
              losses.local(),
              losses.distillation(),
              local,
              distance);
      if (isFar(losses.local(), local) || isFar(losses.distillation(), distance)) {
        throw new BrokenPromiseException(seen);
      }
      return seen;
    }
  }

  /** Dropout and the like make losses differ from those of predictions. */
  private static boolean isFar(double loss, double expected) {
    return !(Math.abs(loss - expected) <= LOSS_TOLERANCE * expected + LOSS_TOLERANCE / 10);
  }

  private String targetsWithoutWeight() throws BrokenPromiseException {
    Lesson lesson = models.rows().lesson(ROWS, ROWS, DistillationLoss.SQUARED, 0);
    Lesson uniform = models.rows().lesson(ROWS, ROWS, DistillationLoss.SQUARED, 0);
    Arrays.fill(uniform.targets().values(), 1f / models.rows().classes());
    try (Model one = models.model(1);
        Model other = models.model(1)) {
      models.train(one, 3, lesson);
      models.train(other, 3, uniform);
      requireNear(
          "predictions after steps towards other targets",
          models.decisions(one),
          models.decisions(other),
          ROUNDING);
      return "the same predictions after steps towards other targets";
    }
  }

  private String emptyLesson() throws BrokenPromiseException {
    try (Model model = models.model(1)) {
      models.train(model);
      float[] before = models.decisions(model);
      models.train(model, 1, models.lesson(0, 0));
      requireSame("predictions before and after", before, models.decisions(model));
      return "the same predictions afterwards";
    }
  }

  private String restored() throws BrokenPromiseException, IOException {
    try (Model saved = models.model(1);
        Model restored = models.model(2)) {
      models.train(saved);
      byte[] state = save(saved);
      restore(restored, state);
      requireSame("predictions", models.decisions(saved), models.decisions(restored));
      models.train(saved);
      models.train(restored);
      requireSame(
          "predictions after 3 steps more", models.decisions(saved), models.decisions(restored));
      return "a state of " + state.length + " bytes; the same predictions after 3 steps more";
    }
  }

  private String closed() throws BrokenPromiseException {
    try (Model stays = models.model(1)) {
      float[] before = models.decisions(stays);
      models.model(2).close();
      requireSame("predictions after closing another one", before, models.decisions(stays));
      return "a model predicts as before when another one is closed";
    }
  }

  private static String name(DistillationLoss loss) {
    return loss.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
