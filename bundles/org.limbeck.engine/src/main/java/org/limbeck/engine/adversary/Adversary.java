package org.limbeck.engine.adversary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SplittableRandom;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.attack.Attack;

/**
 * The part of a device that keeps to the algorithm, but lies about its soft decisions wherever it
 * injects any. Its state is that of the honest part.
 */
public final class Adversary implements Participant {
  private final Disguise disguise;
  private final Participant part;

  private Adversary(Disguise disguise, Participant part) {
    this.disguise = disguise;
    this.part = part;
  }

  /**
   * Returns an algorithm whose devices all lie in one way.
   *
   * @throws IllegalArgumentException if the attack cannot do with so many classes
   */
  public static Algorithm of(Algorithm algorithm, Attack attack, int classes) {
    attack.falsify(certainty(classes), new SplittableRandom(0), new SplittableRandom(0));
    return device -> {
      Disguise disguise = new Disguise(device, attack);
      return new Adversary(disguise, algorithm.join(disguise));
    };
  }

  /**
   * Returns whether a device would lie but never does, as its algorithm has no use for an estimate.
   */
  public static boolean isIdle(Participant participant) {
    return participant instanceof Adversary adversary && !adversary.disguise.isUsed();
  }

  @Override
  public void begin(long round) {
    disguise.round(round);
    part.begin(round);
  }

  @Override
  public void finish(long round, Losses losses) {
    part.finish(round, losses);
  }

  @Override
  public Lesson fullLesson() {
    return part.fullLesson();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    part.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    part.restore(in);
  }

  private static Block certainty(int classes) {
    Block row = new Block(1, classes);
    row.rows(1);
    row.values()[0] = 1;
    return row;
  }
}
