package org.limbeck.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;

class ArchitectureStateTest extends ContractTests {

  /** A model whose steps get a little shorter with every one; so it has more state than weights. */
  private static class Tiring extends WrappedModel {
    int steps;

    Tiring(Model model) {
      super(model);
    }

    @Override
    public void step(Lesson lesson, float stepSize, Losses losses) {
      super.step(lesson, stepSize / (1 + 0.001f * steps++), losses);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      super.save(out);
      out.writeInt(steps);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      super.restore(in);
      steps = in.readInt();
    }
  }

  private abstract static class TiringContract extends ModelContract {
    @Override
    protected boolean followsThePlainGradient() {
      return false;
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
        "onlyModelsThatDescendHeedTheStepSize"
      })
  static class Sound extends TiringContract {
    @Override
    Model wrap(Model model) {
      return new Tiring(model);
    }
  }

  @Fails("aStepFollowsThePlainGradient")
  static class DoesNotSayThatItTires extends ModelContract {
    @Override
    Model wrap(Model model) {
      return new Tiring(model) {
        @Override
        public void step(Lesson lesson, float stepSize, Losses losses) {
          super.step(lesson, 0.5f * stepSize, losses);
        }
      };
    }
  }

  @Fails("goesOnFromASavedStateAsIfNothingHadHappened")
  static class SavesItsWeightsOnly extends TiringContract {
    @Override
    Model wrap(Model model) {
      return new Tiring(model) {
        @Override
        public void save(DataOutput out) throws IOException {
          model.save(out);
        }

        @Override
        public void restore(DataInput in) throws IOException {
          model.restore(in);
          steps = 0;
        }
      };
    }
  }

  @Fails("restoringReplacesTheWholeState")
  static class RestoresTheLargerCount extends TiringContract {
    @Override
    Model wrap(Model model) {
      return new Tiring(model) {
        @Override
        public void restore(DataInput in) throws IOException {
          int before = steps;
          super.restore(in);
          steps = Math.max(before, steps);
        }
      };
    }
  }

  @Fails({"savingChangesNothing", "statingTheGradientChangesNothing"})
  static class SavingIsAStep extends TiringContract {
    @Override
    Model wrap(Model model) {
      return new Tiring(model) {
        private int saved;

        @Override
        public void save(DataOutput out) throws IOException {
          super.save(out);
          steps += saved++ == 0 ? 0 : 1;
        }
      };
    }
  }

  @Fails("savingChangesNothing")
  static class SavesInSilence extends ModelContract {
    @Override
    Model wrap(Model model) {
      return new WrappedModel(model) {
        @Override
        public void save(DataOutput out) {
          try {
            super.save(out);
          } catch (IOException ignored) {
            // nobody hears of it
          }
        }
      };
    }
  }

  @Fails("restoringReadsExactlyWhatWasSaved")
  static class ReadsOn extends ModelContract {
    @Override
    Model wrap(Model model) {
      return new WrappedModel(model) {
        @Override
        public void restore(DataInput in) throws IOException {
          super.restore(in);
          in.skipBytes(1);
        }
      };
    }
  }

  @Fails("refusesAStateThatEndsEarly")
  static class MakesDoWithWhatThereIs extends ModelContract {
    @Override
    Model wrap(Model model) {
      return new WrappedModel(model) {
        @Override
        public void restore(DataInput in) throws IOException {
          try {
            super.restore(in);
          } catch (EOFException ignored) {
            // the rest stays as it is
          }
        }
      };
    }
  }

  @Fails("refusesAStateOfAnotherSizeOrKind")
  static class MakesDoWithAnything extends ModelContract {
    @Override
    Model wrap(Model model) {
      return new WrappedModel(model) {
        @Override
        public void restore(DataInput in) throws IOException {
          int count = in.readInt();
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          DataOutputStream out = new DataOutputStream(bytes);
          out.writeInt(parameters());
          for (int i = 0; i < parameters(); i++) {
            out.writeFloat(i < count ? in.readFloat() : 0);
          }
          super.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        }
      };
    }
  }

  @Fails({"doesNotCareWhichThreadUsesIt", "aStepWithoutEmbeddingTargetsIsAPlainOne"})
  static class TiresOnEveryThreadByItself extends TiringContract {
    @Override
    Model wrap(Model model) {
      ThreadLocal<Model> ofThread = ThreadLocal.withInitial(() -> new Tiring(model));
      return new WrappedModel(model) {
        @Override
        public void step(Lesson lesson, float stepSize, Losses losses) {
          ofThread.get().step(lesson, stepSize, losses);
        }

        @Override
        public void predict(Block inputs, Block decisions) {
          ofThread.get().predict(inputs, decisions);
        }

        @Override
        public <T> Optional<T> capability(Class<T> type) {
          return model.capability(type);
        }

        @Override
        public void save(DataOutput out) throws IOException {
          ofThread.get().save(out);
        }

        @Override
        public void restore(DataInput in) throws IOException {
          ofThread.get().restore(in);
        }
      };
    }
  }
}
