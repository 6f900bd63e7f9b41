package org.limbeck.cli.inspect;

import java.util.List;
import org.limbeck.engine.theory.AlgorithmTraffic;
import org.limbeck.engine.theory.CodecTraffic;
import org.limbeck.engine.theory.PrivacyForecast;
import org.limbeck.engine.theory.Theory;
import org.limbeck.engine.theory.WeightTraffic;

/**
 * A theory as {@code limbeck theory --json} writes it: the components are its keys.
 *
 * @param period how many graphs follow each other in a fixed order; null if none do
 * @param consensusRate the factor by which disagreement falls, at least, in a round that sends
 * @param sendsToTenth after how many rounds that send disagreement is a tenth; null if never
 * @param sendsToThousandth the same for a thousandth
 * @param privacy the differential privacy at the end; null if there will be none
 */
record TheoryJson(
    String experiment,
    int devices,
    double edges,
    double meanDegree,
    boolean timeVarying,
    Integer period,
    double spectralGap,
    double consensusRate,
    Double sendsToTenth,
    Double sendsToThousandth,
    long rounds,
    long roundsThatSend,
    List<AlgorithmTraffic> algorithms,
    List<CodecTraffic> codecs,
    List<WeightTraffic> weights,
    PrivacyForecast privacy) {

  static TheoryJson of(String experiment, Theory theory) {
    return new TheoryJson(
        experiment,
        theory.devices(),
        theory.edges(),
        theory.meanDegree(),
        theory.timeVarying(),
        theory.period().isPresent() ? theory.period().getAsInt() : null,
        theory.gap().gap(),
        theory.withCodec().rate(),
        orNull(theory.sendsTo(0.1)),
        orNull(theory.sendsTo(0.001)),
        theory.rounds(),
        theory.sending(),
        theory.algorithms(),
        theory.codecs(),
        theory.weights(),
        theory.privacy().orElse(null));
  }

  private static Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
