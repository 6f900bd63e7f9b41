package org.limbeck.testkit;

import java.util.Arrays;
import java.util.Optional;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;

class ArchitectureTrainingTest extends ContractTests {

  /** A model without capabilities that takes another step than it is told. */
  private abstract static class Stepping extends ModelContract {
    @Override
    Model wrap(Model model) {
      return new WrappedModel(model) {
        @Override
        public void step(Lesson lesson, float stepSize, Losses losses) {
          Stepping.this.step(model, lesson, stepSize, losses);
        }

        @Override
        public <T> Optional<T> capability(Class<T> type) {
          return Optional.empty();
        }
      };
    }

    abstract void step(Model model, Lesson lesson, float stepSize, Losses losses);

    /** Steps on another lesson than it reports the losses of. */
    static void step(Model model, Lesson actual, Lesson reported, float eta, Losses losses) {
      model.step(reported, Float.MIN_VALUE, losses);
      model.step(actual, eta, new Losses());
    }

    static Lesson lesson(Lesson lesson, DistillationLoss loss, float rho) {
      return new Lesson(
          lesson.inputs(), lesson.labels(), lesson.referenceInputs(), lesson.targets(), loss, rho);
    }
  }

  private static Block hardened(Block targets) {
    Block hard = Blocks.copy(targets);
    for (int row = 0; row < targets.rows(); row++) {
      int at = row * targets.width();
      int best = at;
      for (int i = at; i < at + targets.width(); i++) {
        best = targets.values()[i] > targets.values()[best] ? i : best;
      }
      Arrays.fill(hard.values(), at, at + targets.width(), 0);
      hard.values()[best] = 1;
    }
    return hard;
  }

  @Fails({
    "learnsSoftDecisionsAsTheyAre",
    "learnsFromBothAtOnce",
    "staysWhereItAgreesWithItsTargets",
    "targetsCountAccordingToTheirWeight"
  })
  static class HardensItsTargets extends Stepping {
    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      Block hard = hardened(lesson.targets());
      Lesson actual = ModelLab.aimingAt(lesson, Blocks.values(hard));
      step(model, actual, lesson, stepSize, losses);
    }
  }

  @Fails({
    "learnsSoftDecisionsAsTheyAre",
    "learnsFromBothAtOnce",
    "staysWhereItAgreesWithItsTargets",
    "targetsCountAccordingToTheirWeight"
  })
  static class SharpensItsTargets extends Stepping {
    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      Block sharp = Blocks.copy(lesson.targets());
      for (int i = 0; i < sharp.values().length; i++) {
        sharp.values()[i] =
            0.3f * sharp.values()[i] + 0.7f * hardened(lesson.targets()).values()[i];
      }
      step(model, ModelLab.aimingAt(lesson, sharp.values()), lesson, stepSize, losses);
    }
  }

  @Fails({
    "learnsSoftDecisionsAsTheyAre",
    "learnsFromBothAtOnce",
    "targetsCountAccordingToTheirWeight",
    "aStepLowersTheObjective"
  })
  static class IgnoresTheTargets extends Stepping {
    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      step(model, lesson(lesson, lesson.loss(), 0), lesson, stepSize, losses);
    }
  }

  @Fails({"learnsFromLabelsAlone", "aStepLowersTheObjective"})
  static class IgnoresTheLabels extends Stepping {
    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      Lesson actual =
          new Lesson(
              new Block(0, lesson.inputs().width()),
              new int[0],
              lesson.referenceInputs(),
              lesson.targets(),
              lesson.loss(),
              lesson.regularization());
      step(model, actual, lesson, stepSize, losses);
    }
  }

  @Fails({"targetsHaveNoInfluenceWithoutWeight", "targetsCountAccordingToTheirWeight"})
  static class IgnoresTheWeight extends Stepping {
    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      model.step(lesson(lesson, lesson.loss(), 2), stepSize, losses);
    }
  }

  @Fails("reportsTheLossesBeforeTheStep")
  static class KnowsOneLossOnly extends Stepping {
    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      float rho = lesson.regularization();
      model.step(lesson(lesson, DistillationLoss.SQUARED, rho), stepSize, losses);
    }
  }

  @Fails({
    "learnsFromLabelsAlone",
    "learnsSoftDecisionsAsTheyAre",
    "learnsFromBothAtOnce",
    "targetsCountAccordingToTheirWeight",
    "aStepLowersTheObjective"
  })
  static class ClimbsTheGradient extends Stepping {
    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      model.step(lesson, -stepSize, losses);
    }
  }

  @Fails("twiceTheStepSizeGoesTwiceAsFar")
  static class IgnoresTheStepSize extends Stepping {
    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      model.step(lesson, 0.01f, losses);
    }
  }

  @Fails("onlyModelsThatDescendHeedTheStepSize")
  static class DescendsAndDeniesIt extends Stepping {
    @Override
    protected boolean descends() {
      return false;
    }

    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      model.step(lesson, stepSize, losses);
    }
  }

  @Fails("reportsTheLossesBeforeTheStep")
  static class ReportsTheLossesAfterTheStep extends Stepping {
    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      model.step(lesson, stepSize, new Losses());
      model.step(lesson, Float.MIN_VALUE, losses);
    }
  }

  @Fails("reportsTheLossesBeforeTheStep")
  static class ReportsTheDistillationLossTimesItsWeight extends Stepping {
    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      Losses own = new Losses();
      model.step(lesson, stepSize, own);
      losses.add(own.local(), lesson.regularization() * own.distillation());
    }
  }

  @Fails("reportsTheLossesBeforeTheStep")
  static class ForgetsEarlierLosses extends Stepping {
    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      losses.reset();
      model.step(lesson, stepSize, losses);
    }
  }

  @Fails("aStepOnNoRowsChangesNothing")
  static class DividesByNoRows extends Stepping {
    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      model.step(lesson, stepSize / Math.min(1, lesson.rows()), losses);
    }
  }

  @Fails("aStepCountsOnlyTheRowsThatAreSet")
  static class CountsTheWholeBlock extends Stepping {
    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      lesson.inputs().rows(lesson.inputs().capacity());
      model.step(lesson, stepSize, losses);
    }
  }

  @Fails("aStepLeavesTheLessonAsItIs")
  static class HardensTheTargetsOfTheCaller extends Stepping {
    @Override
    void step(Model model, Lesson lesson, float stepSize, Losses losses) {
      model.step(lesson, stepSize, losses);
      if (lesson.targets().rows() == 4 && lesson.loss() == DistillationLoss.CROSS_ENTROPY) {
        float[] hard = hardened(lesson.targets()).values();
        System.arraycopy(hard, 0, lesson.targets().values(), 0, hard.length);
      }
    }
  }

  @Fails({
    "aStepKeepsNothingOfTheLesson",
    "goesOnFromASavedStateAsIfNothingHadHappened",
    "restoringReplacesTheWholeState"
  })
  static class LearnsTheLastLessonAgain extends ModelContract {
    @Override
    Model wrap(Model model) {
      return new WrappedModel(model) {
        private Lesson last;

        @Override
        public void step(Lesson lesson, float stepSize, Losses losses) {
          super.step(lesson, stepSize, losses);
          if (last != null) {
            super.step(last, stepSize / 1000, new Losses());
          }
          last = lesson;
        }

        @Override
        public <T> Optional<T> capability(Class<T> type) {
          return Optional.empty();
        }
      };
    }
  }
}
