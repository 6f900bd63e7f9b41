package org.limbeck.cli.inspect;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.limbeck.cli.terminal.ByteCount;
import org.limbeck.cli.terminal.Styles;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.cli.terminal.TextTable;
import org.limbeck.engine.theory.AlgorithmTraffic;
import org.limbeck.engine.theory.CodecTraffic;
import org.limbeck.engine.theory.PrivacyForecast;
import org.limbeck.engine.theory.Theory;
import org.limbeck.engine.theory.WeightTraffic;

/** Shows theories to people. */
final class TheoryListing {
  private final Terminal terminal;
  private final PrintWriter out;

  TheoryListing(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.out();
  }

  void print(String name, Theory theory) {
    out.println(Styles.heading(terminal.outColour(), name));
    out.printf(
        Locale.ROOT,
        "  graph          %d devices, %s edges, %s neighbours on average%s%n",
        theory.devices(),
        number(theory.edges()),
        number(theory.meanDegree()),
        order(theory));
    out.printf(Locale.ROOT, "  spectral gap   %.4g%n", theory.gap().gap());
    disagreement(theory);
    out.printf(
        Locale.ROOT, "  sends          in %d of %d rounds%n", theory.sending(), theory.rounds());
    theory.privacy().ifPresent(this::privacy);
    out.println();
    algorithms(theory.algorithms());
    out.println();
    codecs(theory.codecs());
    out.println();
    weights(theory.weights());
    out.println();
  }

  private static String order(Theory theory) {
    if (theory.period().isPresent()) {
      return String.format(
          Locale.ROOT, ", %d graphs that follow each other", theory.period().getAsInt());
    }
    return theory.timeVarying() ? ", drawn anew every round" : "";
  }

  private void disagreement(Theory theory) {
    double rate = theory.withCodec().rate();
    if (theory.period().isPresent() && rate == 0) {
      out.printf(
          Locale.ROOT,
          "  disagreement   is none after %s rounds that send%n",
          rounds(theory.sendsTo(0.1)));
      return;
    }
    out.printf(
        Locale.ROOT,
        "  disagreement   falls to %.4g of itself in a round that sends%s, or less: to a tenth in"
            + " %s, to a thousandth in %s%n",
        rate,
        theory.period().isPresent() ? " on average" : "",
        rounds(theory.sendsTo(0.1)),
        rounds(theory.sendsTo(0.001)));
  }

  private void privacy(PrivacyForecast privacy) {
    String least = String.format(Locale.ROOT, "%.2f", privacy.leastEpsilon());
    String largest = String.format(Locale.ROOT, "%.2f", privacy.largestEpsilon());
    out.printf(
        Locale.ROOT,
        "  privacy        epsilon %s at the end, with delta %.2g%n",
        least.equals(largest) ? largest : least + " to " + largest,
        privacy.delta());
  }

  private void algorithms(List<AlgorithmTraffic> algorithms) {
    new TextTable<AlgorithmTraffic>(1)
        .column("algorithm", AlgorithmTraffic::algorithm)
        .column("sends in", algorithm -> count(algorithm.sending()))
        .column("a round that sends", algorithm -> bytes(algorithm.bytesPerRound()))
        .column("in all", algorithm -> bytes(algorithm.bytes()))
        .column("with headers", algorithm -> bytes(algorithm.frameBytes()))
        .print(algorithms, terminal);
  }

  private void codecs(List<CodecTraffic> codecs) {
    new TextTable<CodecTraffic>(1)
        .column(
            "codec",
            codec -> codec.codec() + (codec.options().isEmpty() ? "" : " " + codec.options()))
        .column("gamma", codec -> number(codec.gamma()))
        .column("a round that sends", codec -> bytes(codec.bytesPerRound()))
        .column("in all", codec -> bytes(codec.bytes()))
        .column("with headers", codec -> bytes(codec.frameBytes()))
        .print(codecs, terminal);
  }

  private void weights(List<WeightTraffic> weights) {
    new TextTable<WeightTraffic>(1)
        .column("weights of", WeightTraffic::architecture)
        .column("devices", each -> Integer.toString(each.devices()))
        .column("parameters", each -> count(each.parameters()))
        .column("D-PSGD exchange", each -> bytes(each.toNeighbours()))
        .column("FedAvg exchange", each -> bytes(each.toServer()))
        .print(weights, terminal);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String rounds(double rounds) {
    return Double.isInfinite(rounds)
        ? "no time"
        : String.format(Locale.ROOT, "%.0f", Math.ceil(rounds));
  }

  private static String bytes(double amount) {
    return ByteCount.readable(Math.round(amount));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3g", value);
  }
}
