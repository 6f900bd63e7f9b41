package org.limbeck.benchmarks;

import java.util.Collection;
import java.util.Locale;
import org.limbeck.architectures.vector.KernelBenchmark.Product;
import org.limbeck.architectures.vector.PatchBenchmark.Layer;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs benchmarks and states what they come to in GFLOP/s, and in shares of the peak measured in
 * the same run. Needs {@code --add-modules jdk.incubator.vector}, which the forked Java machines
 * take over. Takes JMH's arguments, such as a part of a benchmark's name; the peak is always
 * measured.
 */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    CommandLineOptions given = new CommandLineOptions(arguments);
    OptionsBuilder options = new OptionsBuilder();
    options.parent(given);
    if (!given.getIncludes().isEmpty()) {
      options.include(PeakBenchmark.class.getSimpleName());
    }
    if (!given.getForkCount().hasValue()) {
      options.forks(1);
    }
    if (!given.getMeasurementTime().hasValue()) {
      options.warmupTime(TimeValue.seconds(1)).measurementTime(TimeValue.seconds(1));
    }
    report(new Runner(options.build()).run());
  }

  private static void report(Collection<RunResult> results) {
    double peak =
        results.stream()
            .filter(result -> name(result).equals("PeakBenchmark.peak"))
            .mapToDouble(result -> PeakBenchmark.FLOPS * median(result))
            .max()
            .orElse(Double.NaN);
    System.out.printf(
        Locale.ROOT, "%n%-64s %14s %9s %7s%n", "benchmark", "per second", "GFLOP/s", "of peak");
    for (RunResult result : results) {
      double perSecond = median(result);
      double flops = flops(result.getParams()) * perSecond;
      String rate =
          Double.isNaN(flops)
              ? ""
              : String.format(Locale.ROOT, "%9.1f %6.0f%%", flops / 1e9, 100 * flops / peak);
      System.out.println(
          String.format(Locale.ROOT, "%-64s %,14.0f %s", label(result), perSecond, rate)
              .stripTrailing());
    }
  }

  private static double median(RunResult result) {
    return result.getPrimaryResult().getStatistics().getPercentile(50);
  }

  /** Returns the floating-point operations of a call, as the formulas count them. */
  static double flops(BenchmarkParams params) {
    String name = name(params.getBenchmark());
    return switch (name) {
      case "PeakBenchmark.peak" -> PeakBenchmark.FLOPS;
      case "StepBenchmark.step" -> StepBenchmark.stepFlops(params.getParam("model"));
      case "StepBenchmark.predict" -> StepBenchmark.predictFlops(params.getParam("model"));
      case "KernelBenchmark.multiply" -> Product.valueOf(params.getParam("product")).flops();
      case "PatchBenchmark.sumPatches", "PatchBenchmark.addPatches" ->
          Layer.valueOf(params.getParam("layer")).flops();
      default -> Double.NaN;
    };
  }

  private static String label(RunResult result) {
    StringBuilder label = new StringBuilder(name(result));
    for (String key : result.getParams().getParamsKeys()) {
      label.append(' ').append(result.getParams().getParam(key));
    }
    return label.toString();
  }

  private static String name(RunResult result) {
    return name(result.getParams().getBenchmark());
  }

  /** Returns the simple name of the class and that of the method. */
  private static String name(String benchmark) {
    int method = benchmark.lastIndexOf('.');
    return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
  }
}
