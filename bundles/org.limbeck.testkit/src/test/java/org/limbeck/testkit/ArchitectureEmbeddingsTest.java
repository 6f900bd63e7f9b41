package org.limbeck.testkit;

import static org.limbeck.api.architecture.DistillationLoss.SQUARED;

import java.util.Optional;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.EmbeddingTargets;
import org.limbeck.api.architecture.Embeddings;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;

class ArchitectureEmbeddingsTest extends ContractTests {

  /** Embeddings that pass every call on. */
  private static class WrappedEmbeddings implements Embeddings {
    final Embeddings embeddings;

    WrappedEmbeddings(Embeddings embeddings) {
      this.embeddings = embeddings;
    }

    @Override
    public int width() {
      return embeddings.width();
    }

    @Override
    public void embed(Block inputs, Block into) {
      embeddings.embed(inputs, into);
    }

    @Override
    public void embeddingStep(
        Lesson lesson, EmbeddingTargets targets, float stepSize, Losses losses) {
      embeddings.embeddingStep(lesson, targets, stepSize, losses);
    }
  }

  /** The contract of models that offer other embeddings. */
  private abstract static class WithEmbeddings extends ModelContract {
    @Override
    Model wrap(Model model) {
      Embeddings other = embeddings(model, model.capability(Embeddings.class).orElseThrow());
      return new WrappedModel(model) {
        @Override
        public <T> Optional<T> capability(Class<T> type) {
          return type == Embeddings.class ? Optional.of(type.cast(other)) : model.capability(type);
        }
      };
    }

    abstract Embeddings embeddings(Model model, Embeddings embeddings);
  }

  private static Block none(Block like) {
    return new Block(0, like.width());
  }

  @Passes(skipping = "onlyModelsThatDescendHeedTheStepSize")
  static class Honest extends WithEmbeddings {
    @Override
    Embeddings embeddings(Model model, Embeddings embeddings) {
      return new WrappedEmbeddings(embeddings);
    }
  }

  @Fails({
    "embeddingRowsChangesNothing",
    "embeddingsAreFiniteAndOneForEachRow",
    "theLossesTellHowFarEmbeddingsAre"
  })
  static class LearnsWhatItEmbeds extends WithEmbeddings {
    @Override
    Embeddings embeddings(Model model, Embeddings embeddings) {
      return new WrappedEmbeddings(embeddings) {
        @Override
        public void embed(Block inputs, Block into) {
          super.embed(inputs, into);
          Lesson lesson =
              new Lesson(inputs, new int[inputs.rows()], none(inputs), none(into), SQUARED, 0);
          model.step(lesson, 0.001f, new Losses());
        }
      };
    }
  }

  @Fails("embeddingsAreFiniteAndOneForEachRow")
  static class EmbedsTheFirstRowsOnly extends WithEmbeddings {
    @Override
    Embeddings embeddings(Model model, Embeddings embeddings) {
      return new WrappedEmbeddings(embeddings) {
        @Override
        public void embed(Block inputs, Block into) {
          super.embed(inputs, into);
          for (int i = 128 * width(); i < into.rows() * width(); i++) {
            into.values()[i] = 0;
          }
        }
      };
    }
  }

  @Fails("embeddingTargetsAddTheirGradient")
  static class PullsHalfAsHard extends WithEmbeddings {
    @Override
    Embeddings embeddings(Model model, Embeddings embeddings) {
      return new WrappedEmbeddings(embeddings) {
        @Override
        public void embeddingStep(
            Lesson lesson, EmbeddingTargets targets, float stepSize, Losses losses) {
          EmbeddingTargets half = new EmbeddingTargets(targets.rows(), targets.weight() / 2);
          super.embeddingStep(lesson, half, stepSize, losses);
        }
      };
    }
  }

  @Fails({"embeddingTargetsAddTheirGradient", "aStepWithoutEmbeddingTargetsIsAPlainOne"})
  static class PullsWithoutWeight extends WithEmbeddings {
    @Override
    Embeddings embeddings(Model model, Embeddings embeddings) {
      return new WrappedEmbeddings(embeddings) {
        @Override
        public void embeddingStep(
            Lesson lesson, EmbeddingTargets targets, float stepSize, Losses losses) {
          super.embeddingStep(lesson, new EmbeddingTargets(targets.rows(), 1), stepSize, losses);
        }
      };
    }
  }

  @Fails({"embeddingTargetsAddTheirGradient", "theLossesTellHowFarEmbeddingsAre"})
  static class PullsOtherRows extends WithEmbeddings {
    @Override
    Embeddings embeddings(Model model, Embeddings embeddings) {
      return new WrappedEmbeddings(embeddings) {
        @Override
        public void embeddingStep(
            Lesson lesson, EmbeddingTargets targets, float stepSize, Losses losses) {
          Block others = Blocks.copy(targets.rows());
          for (int i = 0; i < others.rows(); i++) {
            others.ids()[i] = i;
          }
          EmbeddingTargets first = new EmbeddingTargets(others, targets.weight());
          super.embeddingStep(lesson, first, stepSize, losses);
        }
      };
    }
  }

  @Fails("theLossesTellHowFarEmbeddingsAre")
  static class TellsOfDecisionsOnly extends WithEmbeddings {
    @Override
    Embeddings embeddings(Model model, Embeddings embeddings) {
      return new WrappedEmbeddings(embeddings) {
        @Override
        public void embeddingStep(
            Lesson lesson, EmbeddingTargets targets, float stepSize, Losses losses) {
          super.embeddingStep(lesson, targets, stepSize, new Losses());
          losses.add(0, 0);
        }
      };
    }
  }
}
