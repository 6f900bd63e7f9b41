package org.limbeck.engine.weighting;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.ForwardingEstimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.weighting.DecisionWeights;
import org.limbeck.api.weighting.NetworkMean;

/**
 * An estimate of the weighted mean: it multiplies what a device injects by weights, and turns what
 * is read into targets again. What lies between, on all devices, is an estimate of a plain mean.
 * The device's profile is injected with every block of decisions, in the row after the last
 * reference row; that changes nothing where it is the same as before.
 */
public final class WeightedEstimate extends ForwardingEstimate implements NetworkMean {
  /** How many times as long as needed a buffer may be. */
  private static final int SPARE = 4;

  private final Estimate estimate;
  private final DecisionWeights weights;
  private final WeightLimit limit;
  private final int classes;
  private final boolean tellsProfile;
  private final float[] profile;
  private final List<Block> claimed = new ArrayList<>();
  private Block weighted;

  /**
   * Stands before an estimate.
   *
   * @param estimate of as many rows as there are reference rows, and one more for a profile
   * @param tellsProfile whether the weights tell a profile
   * @param limit what a device can claim
   * @param classes the number of classes K
   */
  public WeightedEstimate(
      Estimate estimate,
      DecisionWeights weights,
      boolean tellsProfile,
      WeightLimit limit,
      int classes) {
    super(estimate);
    this.estimate = estimate;
    this.weights = weights;
    this.tellsProfile = tellsProfile;
    this.limit = limit;
    this.classes = classes;
    this.profile = new float[classes];
    this.weighted = new Block(0, classes);
    if (tellsProfile) {
      weights.profile(profile);
    }
  }

  /** Weighs a copy: the device needs to know what it really thinks. */
  @Override
  public void inject(Block decisions) {
    weighted = reserve(weighted, decisions.rows() + 1);
    copy(decisions, weighted);
    weights.weigh(weighted, this);
    limit.apply(weighted);
    if (tellsProfile) {
      addProfile();
    }
    super.inject(weighted);
  }

  @Override
  public void mix(Block own, List<Peer> peers, float gamma) {
    super.mix(own, limit.ofNeighbours() ? limited(peers) : peers, gamma);
  }

  @Override
  public boolean tellsProfile() {
    return tellsProfile;
  }

  @Override
  public boolean read(int row, float[] into, int offset) {
    boolean known = super.read(row, into, offset);
    if (known) {
      weights.normalise(into, offset, classes);
    }
    return known;
  }

  @Override
  public boolean readProfile(float[] into) {
    return tellsProfile && estimate.read(limit.rows(), into, 0);
  }

  @Override
  public boolean readTarget(int row, float[] into) {
    return read(row, into, 0);
  }

  private Block reserve(Block buffer, int rows) {
    return buffer.capacity() < rows || buffer.capacity() > SPARE * rows
        ? new Block(rows, classes)
        : buffer;
  }

  private void addProfile() {
    int row = weighted.rows();
    weighted.rows(row + 1);
    weighted.ids()[row] = limit.rows();
    System.arraycopy(profile, 0, weighted.values(), row * classes, classes);
  }

  private List<Peer> limited(List<Peer> peers) {
    List<Peer> limited = new ArrayList<>(peers.size());
    for (int i = 0; i < peers.size(); i++) {
      Peer peer = peers.get(i);
      if (claimed.size() == i) {
        claimed.add(new Block(peer.copy().rows(), classes));
      }
      Block copy = reserve(claimed.get(i), peer.copy().rows());
      claimed.set(i, copy);
      copy(peer.copy(), copy);
      limit.apply(copy);
      limited.add(new Peer(peer.id(), peer.weight(), copy));
    }
    return limited;
  }

  private static void copy(Block from, Block to) {
    to.selectLike(from);
    System.arraycopy(from.values(), 0, to.values(), 0, from.rows() * from.width());
  }
}
