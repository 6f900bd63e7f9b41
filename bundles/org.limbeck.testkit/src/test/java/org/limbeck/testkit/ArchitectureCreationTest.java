package org.limbeck.testkit;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.Embeddings;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.architecture.Layers;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;
import org.limbeck.testkit.fixture.PlainSoftmax;

class ArchitectureCreationTest extends ContractTests {

  @Passes(skipping = "onlyModelsThatDescendHeedTheStepSize")
  static class Sound extends ModelContract {}

  @Passes(skipping = "onlyModelsThatDescendHeedTheStepSize")
  static class SoundOnImages extends ModelContract {
    @Override
    protected Architecture architecture() {
      return (input, classes, random) -> {
        if (input.height() < 4) {
          throw new IllegalArgumentException("needs images of 4 or more rows, not " + input);
        }
        return new PlainSoftmax().create(input, classes, random);
      };
    }

    @Override
    protected Shape shape() {
      return new Shape(4, 4, 2);
    }

    @Override
    protected int classes() {
      return 5;
    }

    @Override
    protected List<Shape> unsuitableShapes() {
      return List.of(new Shape(1, 1, 6));
    }
  }

  @Passes(
      skipping = {
        "aStepFollowsThePlainGradient",
        "aStepWithoutEmbeddingTargetsIsAPlainOne",
        "embeddingRowsChangesNothing",
        "embeddingTargetsAddTheirGradient",
        "embeddingsAreFiniteAndOneForEachRow",
        "theLossesTellHowFarEmbeddingsAre",
        "layersAreCopies",
        "layersPredictTheSame",
        "onlyModelsThatDescendHeedTheStepSize",
        "statingTheGradientChangesNothing",
        "theGradientAgreesWithFiniteDifferences",
        "theGradientTakesLessonsOfAnyNumberOfRows",
        "theGradientTakesOnlyItsOwnPlaces",
        "weightsAreAsManyAsParameters",
        "weightsAreThoseThatWereSet",
        "weightsFollowTheTraining",
        "weightsGotAreACopy",
        "weightsMakeTheModel",
        "weightsSetAreCopied",
        "weightsTakeOnlyTheirOwnPlaces"
      })
  static class SoundWithoutCapabilities extends ModelContract {
    @Override
    Model wrap(Model model) {
      return new WrappedModel(model) {
        @Override
        public <T> Optional<T> capability(Class<T> type) {
          return Optional.empty();
        }
      };
    }
  }

  @Fails("saysWhyAShapeDoesNotFit")
  static class RefusesWithoutAWord extends SoundOnImages {
    @Override
    protected Architecture architecture() {
      return (input, classes, random) -> {
        if (input.height() < 4) {
          throw new IllegalArgumentException("");
        }
        return new PlainSoftmax().create(input, classes, random);
      };
    }
  }

  /** Every model differs a little from all others, and so all that compares two models fails. */
  @Fails({
    "theSameStreamGivesTheSameModel",
    "modelsDoNotShareAnything",
    "isSafeForSeveralThreads",
    "aStepCountsOnlyTheRowsThatAreSet",
    "aStepKeepsNothingOfTheLesson",
    "targetsHaveNoInfluenceWithoutWeight",
    "doesNotCareWhichThreadUsesIt",
    "restoringReplacesTheWholeState",
    "savingChangesNothing",
    "statingTheGradientChangesNothing",
    "aStepWithoutEmbeddingTargetsIsAPlainOne"
  })
  static class OtherSourceOfRandomness extends ModelContract {
    private static final RandomGenerator OWN = new SplittableRandom(1);

    @Override
    Model wrap(Model model) {
      Weights weights = model.capability(Weights.class).orElseThrow();
      float[] values = new float[weights.count()];
      weights.get(values);
      values[0] += OWN.nextFloat() / 1000;
      weights.set(values);
      return model;
    }
  }

  @Fails({
    "theSameStreamGivesTheSameModel",
    "modelsDoNotShareAnything",
    "isSafeForSeveralThreads",
    "aStepCountsOnlyTheRowsThatAreSet",
    "aStepFollowsThePlainGradient",
    "aStepKeepsNothingOfTheLesson",
    "targetsHaveNoInfluenceWithoutWeight",
    "doesNotCareWhichThreadUsesIt",
    "goesOnFromASavedStateAsIfNothingHadHappened",
    "restoringReplacesTheWholeState",
    "savingChangesNothing",
    "statingTheGradientChangesNothing"
  })
  static class SharedStepCount extends ModelContract {
    private static final class Count {
      private int steps;
    }

    private final Count count = new Count();

    @Override
    Model wrap(Model model) {
      return new WrappedModel(model) {
        @Override
        public void step(Lesson lesson, float stepSize, Losses losses) {
          super.step(lesson, stepSize / (1 + 0.001f * count.steps++), losses);
        }
      };
    }
  }

  @Fails("theNumberOfParametersStays")
  static class GrowsWhileItTrains extends ModelContract {
    @Override
    Model wrap(Model model) {
      return new WrappedModel(model) {
        private int more;

        @Override
        public int parameters() {
          return super.parameters() + more;
        }

        @Override
        public void step(Lesson lesson, float stepSize, Losses losses) {
          super.step(lesson, stepSize, losses);
          more = 1;
        }

        @Override
        public <T> Optional<T> capability(Class<T> type) {
          return Optional.empty();
        }
      };
    }
  }

  @Fails("modelsOfAnyNumberOfClassesPredict")
  static class ThreeOrFourClassesOnly extends ModelContract {
    @Override
    protected Architecture architecture() {
      return (input, classes, random) -> {
        if (classes != 3 && classes != 4) {
          throw new IllegalArgumentException("three or four classes, not " + classes);
        }
        return new PlainSoftmax().create(input, classes, random);
      };
    }
  }

  @Fails("offersNothingUnheardOf")
  static class OffersFourThingsOnly extends ModelContract {
    @Override
    Model wrap(Model model) {
      return new WrappedModel(model) {
        @Override
        public <T> Optional<T> capability(Class<T> type) {
          if (!Set.of(Weights.class, Gradients.class, Embeddings.class, Layers.class)
              .contains(type)) {
            throw new NoSuchElementException(type.getName());
          }
          return super.capability(type);
        }
      };
    }
  }

  @Fails("mayBeClosedMoreThanOnce")
  static class ClosesOnce extends ModelContract {
    @Override
    Model wrap(Model model) {
      return new WrappedModel(model) {
        private boolean closed;

        @Override
        public void close() {
          if (closed) {
            throw new IllegalStateException("closed already");
          }
          closed = true;
        }
      };
    }
  }

  @Fails("isSafeForSeveralThreads")
  static class OneCallAtATime extends ModelContract {
    private final OneAtATime gate = new OneAtATime();

    @Override
    Model wrap(Model model) {
      return gate.pass(() -> model);
    }
  }
}
