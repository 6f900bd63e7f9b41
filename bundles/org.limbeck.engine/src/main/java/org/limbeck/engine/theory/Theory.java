package org.limbeck.engine.theory;

import java.util.List;
import java.util.Optional;
import org.limbeck.engine.consensus.SpectralGap;

/**
 * What can be said of an experiment before anything is trained.
 *
 * @param devices the number of devices
 * @param edges the number of edges of the communication graph; of a time-varying one, the mean
 * @param meanDegree the mean number of neighbours
 * @param timeVarying whether the graph is drawn anew every round
 * @param gap how fast mixing brings the devices together
 * @param rounds how many rounds the experiment lasts
 * @param sending in how many of them anything is sent
 * @param algorithms what is sent, by algorithm: that of the experiment first, then those of the
 *     others by name that work here, with their default options
 * @param codecs what is sent, by codec: that of the experiment first, then the others by name with
 *     their default options
 * @param weights what exchanging weights would take, by architecture
 * @param privacy the differential privacy at the end, if there will be any
 */
public record Theory(
    int devices,
    double edges,
    double meanDegree,
    boolean timeVarying,
    SpectralGap gap,
    long rounds,
    long sending,
    List<AlgorithmTraffic> algorithms,
    List<CodecTraffic> codecs,
    List<WeightTraffic> weights,
    Optional<PrivacyForecast> privacy) {

  /** Copies the lists. */
  public Theory {
    algorithms = List.copyOf(algorithms);
    codecs = List.copyOf(codecs);
    weights = List.copyOf(weights);
  }

  /**
   * Returns how fast mixing with the experiment's codec brings the devices together: a step γ mixes
   * with I + γ (W − I), whose eigenvalues are at most 1 − γ (1 − rate) in modulus.
   */
  public SpectralGap withCodec() {
    return new SpectralGap(1 - codecs.get(0).gamma() * gap.gap());
  }
}
