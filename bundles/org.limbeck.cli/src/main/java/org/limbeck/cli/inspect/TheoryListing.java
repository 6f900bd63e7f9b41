package org.limbeck.cli.inspect;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.limbeck.cli.terminal.ByteCount;
import org.limbeck.cli.terminal.Styles;
import org.limbeck.cli.terminal.TextTable;
import org.limbeck.engine.consensus.SpectralGap;
import org.limbeck.engine.theory.AlgorithmTraffic;
import org.limbeck.engine.theory.CodecTraffic;
import org.limbeck.engine.theory.PrivacyForecast;
import org.limbeck.engine.theory.Theory;
import org.limbeck.engine.theory.WeightTraffic;
import picocli.CommandLine.Help.Ansi;

/** Shows theories to people. */
final class TheoryListing {
  private final PrintWriter out;
  private final Ansi ansi;

  TheoryListing(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  void print(String name, Theory theory) {
    out.println(Styles.heading(ansi, name));
    out.printf(
        Locale.ROOT,
        "  graph          %d devices, %s edges, %s neighbours on average%s%n",
        theory.devices(),
        number(theory.edges()),
        number(theory.meanDegree()),
        theory.timeVarying() ? ", drawn anew every round" : "");
    SpectralGap mixing = theory.withCodec();
    out.printf(Locale.ROOT, "  spectral gap   %.4g%n", theory.gap().gap());
    out.printf(
        Locale.ROOT,
        "  disagreement   falls to %.4g of itself in a round that sends, or less: to a tenth in %s,"
            + " to a thousandth in %s%n",
        mixing.rate(),
        rounds(mixing.roundsTo(0.1)),
        rounds(mixing.roundsTo(0.001)));
    out.printf("  sends          in %d of %d rounds%n", theory.sending(), theory.rounds());
    theory.privacy().ifPresent(this::privacy);
    out.println();
    algorithms(theory.algorithms());
    out.println();
    codecs(theory.codecs());
    out.println();
    weights(theory.weights());
    out.println();
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
    TextTable table = new TextTable(ansi, 1);
    table.row(List.of("algorithm", "sends in", "a round that sends", "in all", "with headers"));
    for (AlgorithmTraffic algorithm : algorithms) {
      table.row(
          List.of(
              algorithm.algorithm(),
              String.format(Locale.ROOT, "%,d", algorithm.sending()),
              bytes(algorithm.bytesPerRound()),
              bytes(algorithm.bytes()),
              bytes(algorithm.frameBytes())));
    }
    table.print(out);
  }

  private void codecs(List<CodecTraffic> codecs) {
    TextTable table = new TextTable(ansi, 1);
    table.row(List.of("codec", "gamma", "a round that sends", "in all", "with headers"));
    for (CodecTraffic codec : codecs) {
      table.row(
          List.of(
              codec.codec() + (codec.options().isEmpty() ? "" : " " + codec.options()),
              number(codec.gamma()),
              bytes(codec.bytesPerRound()),
              bytes(codec.bytes()),
              bytes(codec.frameBytes())));
    }
    table.print(out);
  }

  private void weights(List<WeightTraffic> weights) {
    TextTable table = new TextTable(ansi, 1);
    table.row(List.of("weights of", "devices", "parameters", "D-PSGD exchange", "FedAvg exchange"));
    for (WeightTraffic each : weights) {
      table.row(
          List.of(
              each.architecture(),
              Integer.toString(each.devices()),
              String.format(Locale.ROOT, "%,d", each.parameters()),
              bytes(each.toNeighbours()),
              bytes(each.toServer())));
    }
    table.print(out);
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
