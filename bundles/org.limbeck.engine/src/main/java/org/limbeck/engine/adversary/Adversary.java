package org.limbeck.engine.adversary;

import java.util.SplittableRandom;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.ForwardingAlgorithm;
import org.limbeck.api.algorithm.ForwardingParticipant;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.attack.Attack;

/**
 * The part of a device that keeps to the algorithm, but lies about its soft decisions wherever it
 * injects any. Its state is that of the honest part.
 */
public final class Adversary extends ForwardingParticipant {
  private final AdversarialDevice disguise;

  private Adversary(AdversarialDevice disguise, Participant part) {
    super(part);
    this.disguise = disguise;
  }

  /**
   * Returns an algorithm whose devices all lie in one way.
   *
   * @throws IllegalArgumentException if the attack cannot do with so many classes
   */
  public static Algorithm of(Algorithm algorithm, Attack attack, int classes) {
    attack.falsify(certainty(classes), new SplittableRandom(0), new SplittableRandom(0));
    return new ForwardingAlgorithm(algorithm) {
      @Override
      public Participant join(Device device) {
        AdversarialDevice disguise = new AdversarialDevice(device, attack);
        return new Adversary(disguise, super.join(disguise));
      }
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
    super.begin(round);
  }

  private static Block certainty(int classes) {
    Block row = new Block(1, classes);
    row.rows(1);
    row.values()[0] = 1;
    return row;
  }
}
