package org.limbeck.engine.theory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.limbeck.engine.consensus.SpectralGap;

/**
 * What can be said of an experiment before anything is trained.
 *
 * @param devices the number of devices
 * @param edges the number of edges of the communication graph; of a time-varying one, the mean
 * @param meanDegree the mean number of neighbours
 * @param timeVarying whether the graph is another one from round to round
 * @param period how many graphs follow each other in a fixed order, if any do
 * @param gap how fast mixing brings the devices together
 * @param withCodec how fast it does by the mixing step γ of the experiment's codec
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
    OptionalInt period,
    SpectralGap gap,
    SpectralGap withCodec,
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
   * Returns how many rounds that send it takes until disagreement is a part of what it was; whole
   * periods where graphs follow each other.
   *
   * @param part above 0 and below 1, such as 0.001
   * @return at least 1; infinite if it need not shrink at all
   */
  public double sendsTo(double part) {
    double rounds = withCodec.roundsTo(part);
    return period.isEmpty() ? rounds : period.getAsInt() * Math.ceil(rounds / period.getAsInt());
  }
}
