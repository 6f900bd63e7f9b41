package org.limbeck.testkit;

import java.util.Arrays;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;

class ArchitecturePredictionTest extends ContractTests {

  /** A model that predicts, and then does something with the decisions. */
  private abstract static class Predicting extends ModelContract {
    @Override
    Model wrap(Model model) {
      return new WrappedModel(model) {
        @Override
        public void predict(Block inputs, Block decisions) {
          super.predict(inputs, decisions);
          after(model, inputs, decisions);
        }
      };
    }

    abstract void after(Model model, Block inputs, Block decisions);
  }

  @Fails("decisionsAreOnTheSimplex")
  static class DoesNotNormalize extends Predicting {
    @Override
    void after(Model model, Block inputs, Block decisions) {
      if (inputs.rows() == 33) {
        decisions.values()[0] *= 1.001f;
      }
    }
  }

  @Fails("decisionsAreOnTheSimplex")
  static class NegativeDecisions extends Predicting {
    @Override
    void after(Model model, Block inputs, Block decisions) {
      if (inputs.rows() == 33) {
        Arrays.fill(decisions.values(), 0, 3, -0.5f);
        decisions.values()[0] = 2;
      }
    }
  }

  @Fails("decisionsOnExtremeInputsAreOnTheSimplex")
  static class OverflowsInItsExponent extends Predicting {
    @Override
    void after(Model model, Block inputs, Block decisions) {
      for (int i = 0; i < inputs.rows() * inputs.width(); i++) {
        if (Math.abs(inputs.values()[i]) > 88) {
          decisions.values()[0] = Float.NaN;
        }
      }
    }
  }

  @Fails("decisionsTakeOverTheRowsAndTheirIds")
  static class LosesTheIds extends Predicting {
    @Override
    void after(Model model, Block inputs, Block decisions) {
      Arrays.fill(decisions.ids(), 0);
    }
  }

  @Fails("decisionsTakeOverTheRowsAndTheirIds")
  static class NeedsARow extends Predicting {
    @Override
    void after(Model model, Block inputs, Block decisions) {
      if (inputs.rows() == 0) {
        throw new IllegalArgumentException("no rows");
      }
    }
  }

  @Fails("predictingChangesNothing")
  static class LearnsFromItsInputs extends Predicting {
    @Override
    void after(Model model, Block inputs, Block decisions) {
      if (inputs.rows() == 300) {
        Weights weights = model.capability(Weights.class).orElseThrow();
        float[] values = new float[weights.count()];
        weights.get(values);
        values[0] += 1e-6f;
        weights.set(values);
      }
    }
  }

  @Fails("aRowDoesNotDependOnTheOthers")
  static class NormalizesOverTheBatch extends Predicting {
    @Override
    void after(Model model, Block inputs, Block decisions) {
      if (inputs.rows() > 100) {
        System.arraycopy(decisions.values(), 0, decisions.values(), 3, 3);
      }
    }
  }

  @Fails("predictingCountsOnlyTheRowsThatAreSet")
  static class CountsTheWholeBlock extends ModelContract {
    @Override
    Model wrap(Model model) {
      return new WrappedModel(model) {
        @Override
        public void predict(Block inputs, Block decisions) {
          super.predict(inputs, decisions);
          if (inputs.capacity() > inputs.rows()) {
            decisions.values()[0] += inputs.values()[inputs.values().length - 1];
          }
        }
      };
    }
  }

  @Fails("predictingLeavesTheInputsAsTheyAre")
  static class CentresTheInputsInPlace extends Predicting {
    @Override
    void after(Model model, Block inputs, Block decisions) {
      if (inputs.rows() == 7) {
        Arrays.fill(inputs.values(), 0);
      }
    }
  }
}
