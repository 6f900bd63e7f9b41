package org.limbeck.testkit;

import java.util.Arrays;
import java.util.Optional;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;

class ArchitectureCapabilitiesTest extends ContractTests {

  /** Weights that pass every call on. */
  private static class WrappedWeights implements Weights {
    final Weights weights;

    WrappedWeights(Weights weights) {
      this.weights = weights;
    }

    @Override
    public int count() {
      return weights.count();
    }

    @Override
    public void get(float[] into) {
      weights.get(into);
    }

    @Override
    public void set(float[] from) {
      weights.set(from);
    }
  }

  /** The contract of models that offer other weights, and no gradients. */
  private abstract static class WithWeights extends ModelContract {
    @Override
    Model wrap(Model model) {
      Weights other = weights(model, model.capability(Weights.class).orElseThrow());
      return new WrappedModel(model) {
        @Override
        public <T> Optional<T> capability(Class<T> type) {
          return type == Weights.class ? Optional.of(type.cast(other)) : Optional.empty();
        }
      };
    }

    abstract Weights weights(Model model, Weights weights);
  }

  /** The contract of models that offer other gradients. */
  private abstract static class WithGradients extends ModelContract {
    @Override
    Model wrap(Model model) {
      Gradients honest = model.capability(Gradients.class).orElseThrow();
      Gradients other = (lesson, into) -> gradient(model, honest, lesson, into);
      return new WrappedModel(model) {
        @Override
        public <T> Optional<T> capability(Class<T> type) {
          return type == Gradients.class ? Optional.of(type.cast(other)) : super.capability(type);
        }
      };
    }

    abstract void gradient(Model model, Gradients honest, Lesson lesson, float[] into);
  }

  @Fails("weightsAreAsManyAsParameters")
  static class OneWeightTooFew extends WithWeights {
    @Override
    Weights weights(Model model, Weights weights) {
      return new WrappedWeights(weights) {
        private float last;

        @Override
        public int count() {
          return weights.count() + 1;
        }

        @Override
        public void get(float[] into) {
          weights.get(into);
          into[weights.count()] = last;
        }

        @Override
        public void set(float[] from) {
          weights.set(from);
          last = from[weights.count()];
        }
      };
    }
  }

  @Fails("weightsAreThoseThatWereSet")
  static class ClipsItsWeights extends WithWeights {
    @Override
    Weights weights(Model model, Weights weights) {
      return new WrappedWeights(weights) {
        @Override
        public void get(float[] into) {
          weights.get(into);
          into[0] = Math.max(0, into[0]);
        }
      };
    }
  }

  @Fails({"weightsMakeTheModel", "weightsAreThoseThatWereSet", "weightsTakeOnlyTheirOwnPlaces"})
  static class IgnoresWhatIsSet extends WithWeights {
    @Override
    Weights weights(Model model, Weights weights) {
      return new WrappedWeights(weights) {
        @Override
        public void set(float[] from) {
          float[] own = new float[count()];
          weights.get(own);
          own[0] = 1;
          weights.set(own);
        }
      };
    }
  }

  @Fails({"weightsFollowTheTraining", "weightsMakeTheModel"})
  static class WeightsOfTheBeginning extends WithWeights {
    @Override
    Weights weights(Model model, Weights weights) {
      float[] kept = new float[weights.count()];
      weights.get(kept);
      return new WrappedWeights(weights) {
        @Override
        public void get(float[] into) {
          System.arraycopy(kept, 0, into, 0, kept.length);
        }

        @Override
        public void set(float[] from) {
          System.arraycopy(from, 0, kept, 0, kept.length);
          weights.set(from);
        }
      };
    }
  }

  @Fails("weightsSetAreCopied")
  static class KeepsTheArrayItWasGiven extends ModelContract {
    @Override
    Model wrap(Model model) {
      Weights weights = model.capability(Weights.class).orElseThrow();
      return new WrappedModel(model) {
        private float[] given;

        @Override
        public void predict(Block inputs, Block decisions) {
          if (given != null) {
            weights.set(given);
          }
          super.predict(inputs, decisions);
        }

        @Override
        public <T> Optional<T> capability(Class<T> type) {
          WrappedWeights keeping =
              new WrappedWeights(weights) {
                @Override
                public void set(float[] from) {
                  weights.set(from);
                  given = from;
                }
              };
          return type == Weights.class ? Optional.of(type.cast(keeping)) : Optional.empty();
        }
      };
    }
  }

  @Fails("weightsTakeOnlyTheirOwnPlaces")
  static class FillsTheWholeArray extends WithWeights {
    @Override
    Weights weights(Model model, Weights weights) {
      return new WrappedWeights(weights) {
        @Override
        public void get(float[] into) {
          Arrays.fill(into, 0);
          weights.get(into);
        }
      };
    }
  }

  @Fails({"theGradientAgreesWithFiniteDifferences", "aStepFollowsThePlainGradient"})
  static class ForgetsItsBiases extends WithGradients {
    @Override
    void gradient(Model model, Gradients honest, Lesson lesson, float[] into) {
      honest.gradient(lesson, into);
      Arrays.fill(into, model.parameters() - 3, model.parameters(), 0);
    }
  }

  @Fails({"theGradientAgreesWithFiniteDifferences", "aStepFollowsThePlainGradient"})
  static class HalvesTheSquaredLoss extends WithGradients {
    @Override
    void gradient(Model model, Gradients honest, Lesson lesson, float[] into) {
      float rho = lesson.regularization();
      DistillationLoss loss = lesson.loss();
      Lesson halved =
          new Lesson(
              lesson.inputs(),
              lesson.labels(),
              lesson.referenceInputs(),
              lesson.targets(),
              loss,
              loss == DistillationLoss.SQUARED ? rho / 2 : rho);
      honest.gradient(halved, into);
    }
  }

  @Fails({"theGradientAgreesWithFiniteDifferences", "aStepFollowsThePlainGradient"})
  static class OrdersTheGradientOtherwise extends WithGradients {
    @Override
    void gradient(Model model, Gradients honest, Lesson lesson, float[] into) {
      honest.gradient(lesson, into);
      float first = into[0];
      into[0] = into[1];
      into[1] = first;
    }
  }

  @Fails({
    "statingTheGradientChangesNothing",
    "aStepFollowsThePlainGradient",
    "theGradientTakesOnlyItsOwnPlaces"
  })
  static class StepsWhenAsked extends WithGradients {
    @Override
    void gradient(Model model, Gradients honest, Lesson lesson, float[] into) {
      honest.gradient(lesson, into);
      model.step(lesson, 0.001f, new Losses());
    }
  }

  @Fails("theGradientTakesLessonsOfAnyNumberOfRows")
  static class SmallBatchesOnly extends WithGradients {
    @Override
    void gradient(Model model, Gradients honest, Lesson lesson, float[] into) {
      if (lesson.rows() > 100) {
        throw new ArrayIndexOutOfBoundsException(100);
      }
      honest.gradient(lesson, into);
    }
  }

  @Fails("theGradientTakesLessonsOfAnyNumberOfRows")
  static class LeavesTheArrayForNoRows extends WithGradients {
    @Override
    void gradient(Model model, Gradients honest, Lesson lesson, float[] into) {
      honest.gradient(lesson, into);
      if (lesson.rows() == 0) {
        into[0] = Float.NaN;
      }
    }
  }

  @Fails("theGradientTakesOnlyItsOwnPlaces")
  static class GradientFillsTheWholeArray extends WithGradients {
    @Override
    void gradient(Model model, Gradients honest, Lesson lesson, float[] into) {
      Arrays.fill(into, 0);
      honest.gradient(lesson, into);
    }
  }
}
