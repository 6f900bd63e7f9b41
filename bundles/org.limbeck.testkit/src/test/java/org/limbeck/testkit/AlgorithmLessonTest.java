package org.limbeck.testkit;

import java.util.Arrays;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

class AlgorithmLessonTest extends ContractTests {
  @Fails("theFullLessonHasEveryPrivateRow")
  static class FullLessonOfOneBatch extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return device ->
          new PlainDistillation(device) {
            @Override
            public Lesson fullLesson() {
              return lesson(Blocks.range(0, 4), Blocks.range(0, device.reference().rows()));
            }
          };
    }
  }

  @Fails("theFullLessonHasEveryPrivateRow")
  static class FullLessonWithOtherLabels extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return device ->
          new PlainDistillation(device) {
            @Override
            public Lesson fullLesson() {
              Lesson lesson = super.fullLesson();
              Arrays.fill(lesson.labels(), 0);
              return lesson;
            }
          };
    }
  }

  @Fails("theFullLessonAimsAtTheSimplex")
  static class AimsAtTheEstimateAsItIs extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return device ->
          new PlainDistillation(device) {
            @Override
            void project(float[] target, int at) {
              target[at] -= 0.001f;
            }
          };
    }
  }

  @Fails("theFullLessonPairsReferenceRowsWithTargets")
  static class MixesUpItsTargets extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return device ->
          new PlainDistillation(device) {
            @Override
            public Lesson fullLesson() {
              Lesson lesson = super.fullLesson();
              Arrays.fill(lesson.referenceInputs().values(), 0);
              return lesson;
            }
          };
    }
  }

  @Fails("rowsNeverExchangedAreNoTarget")
  static class AimsAtRowsNeverExchanged extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return device ->
          new PlainDistillation(device) {
            @Override
            Block targets(int[] rows) {
              Block targets = Blocks.of(rows, device.classes());
              for (int i = 0; i < rows.length; i++) {
                device.estimate().read(rows[i], targets.values(), i * targets.width());
                project(targets.values(), i * targets.width());
              }
              return targets;
            }
          };
    }
  }

  @Fails("askingForTheFullLessonChangesNothing")
  static class AskingTrains extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return AskingTrains::participant;
    }

    private static PlainDistillation participant(Device device) {
      return new PlainDistillation(device) {
        @Override
        public Lesson fullLesson() {
          Lesson lesson = super.fullLesson();
          device.model().step(lesson, 0.001f, new Losses());
          return lesson;
        }
      };
    }
  }
}
