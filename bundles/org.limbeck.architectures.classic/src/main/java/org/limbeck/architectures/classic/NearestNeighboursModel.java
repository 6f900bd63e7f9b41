package org.limbeck.architectures.classic;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Objective;

/**
 * What one device has memorised, and what it makes of it. A row that is itself stored does not vote
 * on itself: the model says what it knows of it from others, not what it was told.
 *
 * <p>A reference row counts min(1, ρ P / R) times as much as a private row, with P private and R
 * reference rows stored: as in the objective, in which all private rows together have the weight 1
 * and all reference rows ρ, but never more than a row whose label is certain.
 */
final class NearestNeighboursModel implements Model {
  private final StoredRows memory;
  private final NeighbourVote vote;
  private final StoredNeighbours neighbourhoods;
  private final QueryNeighbours askedRows;

  /** Where the soft decisions on rows that are asked for belong. */
  private final int[] answers = new int[QueryBatch.MOST];

  private float[] decisions = {};
  private float[] gradient = {};

  /** ρ of the last lesson with reference rows that counted. */
  private float regularization;

  NearestNeighboursModel(StoredRows memory, NeighbourVote vote) {
    this.memory = memory;
    this.vote = vote;
    QueryBatch queries = new QueryBatch(memory.features());
    this.neighbourhoods = new StoredNeighbours(memory, queries, vote.neighbours());
    this.askedRows = new QueryNeighbours(memory, queries, vote.neighbours());
  }

  @Override
  public int parameters() {
    return 0;
  }

  @Override
  public void predict(Block inputs, Block decisions) {
    decisions.selectLike(inputs);
    predict(inputs, null, decisions.values(), 0);
  }

  @Override
  public void step(Lesson lesson, float stepSize, Losses losses) {
    if (lesson.rows() == 0) {
      losses.add(0, 0);
      return;
    }
    addLosses(lesson, losses);
    for (int row = 0; row < lesson.inputs().rows(); row++) {
      int at = memorise(RowOrigin.PRIVATE, lesson.inputs(), row) * memory.classes();
      Arrays.fill(memory.targets(), at, at + memory.classes(), 0);
      memory.targets()[at + lesson.labels()[row]] = 1;
    }
    if (lesson.regularization() > 0 && lesson.referenceInputs().rows() > 0) {
      memoriseReference(lesson);
    }
    neighbourhoods.settle();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    memory.save(out);
    out.writeFloat(regularization);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    memory.restore(in);
    regularization = in.readFloat();
    if (!(regularization >= 0) || Float.isInfinite(regularization)) {
      throw new IOException("the saved regularisation weight is " + regularization);
    }
    askedRows.forget();
    neighbourhoods.allMoved();
    neighbourhoods.settle();
  }

  private void memoriseReference(Lesson lesson) {
    int classes = memory.classes();
    for (int row = 0; row < lesson.referenceInputs().rows(); row++) {
      int at = memorise(RowOrigin.REFERENCE, lesson.referenceInputs(), row) * classes;
      System.arraycopy(lesson.targets().values(), row * classes, memory.targets(), at, classes);
    }
    regularization = lesson.regularization();
  }

  private int memorise(RowOrigin kind, Block inputs, int row) {
    int id = inputs.ids()[row];
    int at = row * memory.features();
    int place = memory.find(kind, id, inputs.values(), at);
    if (place < 0) {
      int known = memory.size();
      place = memory.put(kind, id, inputs.values(), at);
      neighbourhoods.moved(place);
      if (place < known) {
        askedRows.forget();
      }
    }
    return place;
  }

  private void addLosses(Lesson lesson, Losses losses) {
    int count = lesson.rows() * memory.classes();
    if (decisions.length < count) {
      decisions = new float[count];
      gradient = new float[count];
    }
    predict(lesson.inputs(), RowOrigin.PRIVATE, decisions, 0);
    predict(
        lesson.referenceInputs(),
        RowOrigin.REFERENCE,
        decisions,
        lesson.inputs().rows() * memory.classes());
    Objective.logitGradient(lesson, decisions, gradient, losses);
  }

  /** Predicts rows of a kind, or of one that nobody tells, if it is null. */
  private void predict(Block inputs, RowOrigin kind, float[] into, int at) {
    float referenceWeight = referenceWeight();
    int asked = 0;
    for (int row = 0; row < inputs.rows(); row++) {
      int answer = at + row * memory.classes();
      int place = find(inputs, kind, row);
      if (place >= 0) {
        vote.decide(memory, neighbourhoods.lists(), place, referenceWeight, into, answer);
      } else {
        askedRows.ask(inputs.ids()[row], inputs.values(), row * memory.features());
        answers[asked++] = answer;
      }
      if (asked == QueryBatch.MOST || row == inputs.rows() - 1) {
        answer(asked, referenceWeight, into);
        asked = 0;
      }
    }
  }

  private void answer(int asked, float referenceWeight, float[] into) {
    NeighbourLists found = askedRows.answer();
    for (int n = 0; n < asked; n++) {
      vote.decide(memory, found, askedRows.list(n), referenceWeight, into, answers[n]);
    }
  }

  private int find(Block inputs, RowOrigin kind, int row) {
    int id = inputs.ids()[row];
    int at = row * memory.features();
    if (kind != null) {
      return memory.find(kind, id, inputs.values(), at);
    }
    int place = memory.find(RowOrigin.REFERENCE, id, inputs.values(), at);
    return place >= 0 ? place : memory.find(RowOrigin.PRIVATE, id, inputs.values(), at);
  }

  private float referenceWeight() {
    float privateRows = memory.size(RowOrigin.PRIVATE);
    float referenceRows = memory.size(RowOrigin.REFERENCE);
    return privateRows == 0 || referenceRows == 0
        ? 1
        : Math.min(1, regularization * privateRows / referenceRows);
  }
}
