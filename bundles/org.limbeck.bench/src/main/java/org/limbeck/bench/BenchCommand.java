package org.limbeck.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.limbeck.engine.Engine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code limbeck bench}. A picocli command as a service: the command line takes in what carries
 * {@code limbeck.command}.
 */
@Command(
    name = "bench",
    description = "Measure how fast this machine trains and distils.",
    footerHeading = "%nWorkloads:%n",
    footer = {
      "  train-softmax    a step of softmax regression 784-10 on 32 rows",
      "  train-mlp        the same of an MLP 784-128-10",
      "  train-cnn        the same of a CNN: two 5x5 convolutions of 8 and 16 filters, dense 64",
      "  train-mlp-32     steps of 32 such MLPs in turn",
      "  distill-mlp-32   their steps on 32 private and 64 reference rows",
      "  round-32         their whole rounds on a ring",
      "  scale            whole rounds of 10, 100, 1,000 and 10,000 MLPs 784-64-10",
      "",
      "Examples:",
      "  limbeck bench train-mlp train-cnn",
      "  limbeck bench train-mlp --backend dl4j --threads 2 --json",
      "",
      "A step of round-32 and scale is one device's part of a round."
    })
@Component(
    service = Callable.class,
    scope = ServiceScope.PROTOTYPE,
    property = "limbeck.command=bench")
@SuppressWarnings("UnusedVariable") // picocli looks at the fields
public final class BenchCommand implements Callable<Integer> {
  private static final List<String> BACKENDS = List.of("vector", "dl4j");
  private static final double KILO = 1e3;

  private final Engine engine;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "WORKLOAD",
      description = "What to measure. Default: all.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--backend",
      description = "What trains the networks: vector or dl4j. Default: ${DEFAULT-VALUE}.")
  private String backend = "vector";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads work on the devices. Default: ${DEFAULT-VALUE}.")
  private int threads = 1;

  @Option(
      names = "--windows",
      paramLabel = "N",
      description = "How many windows the median is taken of. Default: ${DEFAULT-VALUE}.")
  private int windows = 5;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description =
          "How long a window is, at least; one round if that takes longer."
              + " Default: ${DEFAULT-VALUE}.")
  private double seconds = 1;

  @Option(names = "--json", description = "Write JSON to standard output, and nothing else.")
  private boolean json;

  /** Is called by the component runtime. */
  @Activate
  public BenchCommand(@Reference Engine engine) {
    this.engine = engine;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Workload> workloads = chosen();
    requireKnown("backend", backend, BACKENDS);
    requirePositive("--threads", threads);
    requirePositive("--windows", windows);
    requirePositive("--seconds", seconds);
    PrintWriter out = spec.commandLine().getOut();
    OptionalDouble peak = PeakRate.measure();
    Duration length = Duration.ofNanos((long) (seconds * 1e9));
    Bench bench = new Bench(engine, backend, threads, windows, length, peak);
    if (!json) {
      out.println(heading(peak));
      out.flush();
    }
    List<Measurement> measurements = new ArrayList<>();
    for (Workload workload : workloads) {
      Measurement measurement = bench.measure(workload);
      measurements.add(measurement);
      if (!json) {
        out.println(row(measurement));
        out.flush();
      }
    }
    if (json) {
      out.println(json(measurements));
    }
    return 0;
  }

  private List<Workload> chosen() {
    List<String> known = Workload.all().stream().map(Workload::name).distinct().toList();
    names.forEach(name -> requireKnown("workload", name, known));
    return Workload.all().stream()
        .filter(workload -> names.isEmpty() || names.contains(workload.name()))
        .toList();
  }

  private void requireKnown(String what, String name, List<String> known) {
    if (!known.contains(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no " + what + " '" + name + "'; allowed: " + String.join(", ", known));
    }
  }

  private void requirePositive(String option, Number value) {
    if (!(value.doubleValue() > 0)) {
      throw new ParameterException(spec.commandLine(), option + " is more than 0, not " + value);
    }
  }

  private static String heading(OptionalDouble peak) {
    String most =
        peak.isPresent()
            ? String.format(Locale.ROOT, "at most %.1f GFLOP/s a thread", peak.getAsDouble())
            : "without vectors: start Java with --add-modules jdk.incubator.vector";
    return String.format(
        Locale.ROOT,
        "%s%n%-16s %-8s %7s %8s %12s %23s %9s %7s %11s",
        most,
        "workload",
        "backend",
        "threads",
        "devices",
        "steps/s",
        "slowest to fastest",
        "GFLOP/s",
        "of peak",
        "a device");
  }

  private static String row(Measurement m) {
    return String.format(
            Locale.ROOT,
            "%-16s %-8s %7d %8d %,12.0f %,11.0f %,11.0f %9.1f %7s %11s",
            m.workload(),
            m.backend(),
            m.threads(),
            m.devices(),
            m.stepsPerSecond(),
            m.min(),
            m.max(),
            m.gflops(),
            m.shareOfPeak() == null
                ? ""
                : String.format(Locale.ROOT, "%.0f %%", 100 * m.shareOfPeak()),
            m.bytesPerDevice() == null
                ? ""
                : String.format(Locale.ROOT, "%,.0f kB", m.bytesPerDevice() / KILO))
        .stripTrailing();
  }

  private static String json(List<Measurement> measurements) throws JsonProcessingException {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(measurements);
  }
}
