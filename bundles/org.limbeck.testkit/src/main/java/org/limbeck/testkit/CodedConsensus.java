package org.limbeck.testkit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.Metropolis;

/**
 * Devices that average their values, exchanging coded differences between these and their public
 * copies: ẑ ← ẑ + Q(z − ẑ), then z ← z + γ Σ w (ẑ' − ẑ) with Metropolis weights w. This is
 * CHOCO-gossip (A. Koloskova, S. Stich, M. Jaggi, <i>Decentralized Stochastic Optimization and
 * Gossip Algorithms with Compressed Communication</i>, ICML 2019). Not safe for use by several
 * threads at once.
 */
public final class CodedConsensus {
  private final Codec codec;
  private final Graph graph;
  private final List<Block> values = new ArrayList<>();
  private final List<Block> copies = new ArrayList<>();
  private final Block difference;
  private final ByteBuffer bytes;

  /**
   * Gives every device of a graph soft decisions of its own, the same for the same width.
   *
   * @param rows how many decisions
   * @param width values per row
   */
  public CodedConsensus(Codec codec, Graph graph, int rows, int width) {
    this.codec = codec;
    this.graph = graph;
    int[] ids = Blocks.range(0, rows);
    SplittableRandom random = new SplittableRandom(width);
    for (int device = 0; device < graph.size(); device++) {
      values.add(Blocks.decisions(ids, width, random));
      copies.add(Blocks.of(ids, width));
    }
    this.difference = Blocks.of(ids, width);
    this.bytes = ByteBuffer.allocate(codec.maxBytes(rows, width));
  }

  /**
   * Runs some rounds with a mixing step.
   *
   * @throws MalformedPayloadException if the codec cannot read what it wrote
   */
  public void run(int rounds, float gamma) throws MalformedPayloadException {
    for (int round = 0; round < rounds; round++) {
      for (int device = 0; device < graph.size(); device++) {
        publish(values.get(device).values(), copies.get(device).values());
      }
      for (int device = 0; device < graph.size(); device++) {
        mix(device, gamma);
      }
    }
  }

  /** Returns the mean squared distance of a value from its mean over the devices. */
  public double disagreement() {
    double sum = 0;
    int count = difference.values().length;
    for (int i = 0; i < count; i++) {
      double mean = 0;
      for (Block block : values) {
        mean += block.values()[i] / values.size();
      }
      for (Block block : values) {
        sum += Math.pow(block.values()[i] - mean, 2);
      }
    }
    return sum / (count * values.size());
  }

  private void publish(float[] z, float[] copy) throws MalformedPayloadException {
    for (int i = 0; i < z.length; i++) {
      difference.values()[i] = z[i] - copy[i];
    }
    codec.encode(difference, bytes.clear());
    codec.decode(bytes.flip(), difference);
    for (int i = 0; i < z.length; i++) {
      copy[i] += difference.values()[i];
    }
  }

  private void mix(int device, float gamma) {
    float[] z = values.get(device).values();
    float[] own = copies.get(device).values();
    for (int neighbour : graph.neighbours(device)) {
      float[] copy = copies.get(neighbour).values();
      float step = gamma * Metropolis.weight(graph, device, neighbour);
      for (int i = 0; i < z.length; i++) {
        z[i] += step * (copy[i] - own[i]);
      }
    }
  }
}
