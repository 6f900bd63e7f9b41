package org.limbeck.architectures.external;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.GaussianMechanism;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.PrivateSteps;
import org.limbeck.api.architecture.Weights;

/** A model in a program. Every question names it by its number. */
final class ExternalModel implements Model {
  private final ProgramPool pool;
  private final SharedProgram shared;
  private final Program program;
  private final int number;
  private final Shape input;
  private final int classes;
  private final Abilities abilities;
  private final RowNumbers known = new RowNumbers();
  private int parameters;
  private int[] privateRows = {};
  private int[] referenceRows = {};
  private boolean closed;

  private ExternalModel(
      ProgramPool pool, SharedProgram shared, int number, Shape input, int classes) {
    this.pool = pool;
    this.shared = shared;
    this.program = shared.program();
    this.number = number;
    this.input = input;
    this.classes = classes;
    this.abilities = program.abilities();
  }

  /** Has a program of a pool make an untrained model. */
  static ExternalModel create(ProgramPool pool, Shape input, int classes, long seed) {
    SharedProgram shared = pool.take();
    try {
      shared.program().start();
      ExternalModel model =
          new ExternalModel(pool, shared, shared.program().nextModel(), input, classes);
      model.create(seed);
      return model;
    } catch (RuntimeException e) {
      pool.giveBack(shared);
      throw e;
    }
  }

  private void create(long seed) {
    synchronized (program) {
      question(MessageKind.CREATE)
          .int32(input.height())
          .int32(input.width())
          .int32(input.channels())
          .int32(classes)
          .int64(seed);
      long count = program.ask(Long.BYTES).int64();
      if (count < 0 || count > Integer.MAX_VALUE) {
        throw program.fail(
            "says that a model has "
                + count
                + " parameters; 0 to "
                + Integer.MAX_VALUE
                + " are allowed");
      }
      parameters = (int) count;
    }
  }

  @Override
  public int parameters() {
    return parameters;
  }

  @Override
  public void predict(Block inputs, Block decisions) {
    decisions.selectLike(inputs);
    int rows = inputs.rows();
    if (rows == 0) {
      return;
    }
    synchronized (program) {
      shared.rows().makeRoom(inputs.width(), rows);
      referenceRows = numbers(inputs, RowRole.ASKED, referenceRows);
      question(MessageKind.PREDICT).int32(rows).ints(referenceRows, rows);
      MessageReader answer = program.ask((long) rows * classes * Float.BYTES);
      answer.floats(decisions.values(), rows * classes);
      SoftDecisions.normalise(decisions, program);
    }
  }

  @Override
  public void step(Lesson lesson, float stepSize, Losses losses) {
    synchronized (program) {
      ask(MessageKind.STEP, lesson).float32(stepSize);
      MessageReader answer = program.ask(2L * Double.BYTES);
      double local = finite("local", answer.float64());
      losses.add(local, finite("distillation", answer.float64()));
    }
  }

  /** Makes a step as {@link PrivateSteps} demands. */
  private void privateStep(
      Lesson lesson,
      float stepSize,
      GaussianMechanism mechanism,
      RandomGenerator noise,
      Losses losses) {
    synchronized (program) {
      ask(MessageKind.PRIVATE_STEP, lesson)
          .float32(stepSize)
          .float32(mechanism.clip())
          .float32(mechanism.noise())
          .float32(mechanism.expectedRows())
          .int64(noise.nextLong());
      losses.add(Double.NaN, finite("distillation", program.ask(Double.BYTES).float64()));
    }
  }

  /** Computes the gradient as {@link Gradients} demands. */
  private void gradient(Lesson lesson, float[] into) {
    synchronized (program) {
      ask(MessageKind.GRADIENT, lesson);
      program.ask((long) parameters * Float.BYTES).floats(into, parameters);
    }
  }

  void getWeights(float[] into) {
    synchronized (program) {
      question(MessageKind.GET_WEIGHTS);
      program.ask((long) parameters * Float.BYTES).floats(into, parameters);
    }
  }

  void setWeights(float[] from) {
    synchronized (program) {
      question(MessageKind.SET_WEIGHTS).floats(from, 0, parameters);
      program.ask(0);
    }
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    if (type == Weights.class && abilities.weights()) {
      return Optional.of(type.cast(new ExternalWeights(this)));
    }
    if (type == Gradients.class && abilities.gradients()) {
      Gradients gradients = this::gradient;
      return Optional.of(type.cast(gradients));
    }
    if (type == PrivateSteps.class && abilities.privateSteps()) {
      PrivateSteps steps = this::privateStep;
      return Optional.of(type.cast(steps));
    }
    return Optional.empty();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    synchronized (program) {
      question(MessageKind.SAVE);
      MessageReader state = program.ask();
      header().write(out, state.remaining());
      state.remaining(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    synchronized (program) {
      int bytes = header().read(in);
      question(MessageKind.RESTORE).raw(in, bytes);
      try {
        program.ask(0);
      } catch (RefusedQuestionException e) {
        throw new IOException(e.getMessage());
      }
    }
  }

  /** Tells the program, unless it ends with its last model anyway or has failed. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      synchronized (program) {
        if (!program.hasFailed()) {
          question(MessageKind.CLOSE);
          program.ask(0);
        }
      }
    } finally {
      pool.giveBack(shared);
    }
  }

  private StateHeader header() {
    return new StateHeader(input.features(), classes, parameters);
  }

  private MessageWriter question(MessageKind kind) {
    return program.question(kind).int32(number);
  }

  /** Begins a question about a lesson, whose rows the program has then. */
  private MessageWriter ask(MessageKind kind, Lesson lesson) {
    shared.rows().makeRoom(input.features(), lesson.rows());
    privateRows = numbers(lesson.inputs(), RowRole.PRIVATE, privateRows);
    referenceRows = numbers(lesson.referenceInputs(), RowRole.REFERENCE, referenceRows);
    int own = lesson.inputs().rows();
    int reference = lesson.referenceInputs().rows();
    return question(kind)
        .int32(own)
        .ints(privateRows, own)
        .ints(lesson.labels(), own)
        .int32(reference)
        .ints(referenceRows, reference)
        .floats(lesson.targets().values(), 0, reference * classes)
        .byte8(lesson.loss() == DistillationLoss.SQUARED ? 0 : 1)
        .float32(lesson.regularization());
  }

  private int[] numbers(Block rows, RowRole role, int[] numbers) {
    int[] into = numbers.length < rows.rows() ? new int[rows.rows()] : numbers;
    shared.rows().number(rows, role, known, into);
    return into;
  }

  private double finite(String which, double loss) {
    if (Double.isNaN(loss) || Double.isInfinite(loss)) {
      throw program.fail(
          "says that the "
              + which
              + " loss is "
              + loss
              + ": its training has diverged; use a smaller stepSize or a smaller regularization");
    }
    return loss;
  }
}
