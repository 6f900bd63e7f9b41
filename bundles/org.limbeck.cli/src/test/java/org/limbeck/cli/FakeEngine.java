package org.limbeck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.limbeck.api.architecture.Layers;
import org.limbeck.api.architecture.NetworkLayer;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Predictor;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.consensus.SpectralGap;
import org.limbeck.engine.theory.AlgorithmTraffic;
import org.limbeck.engine.theory.CodecTraffic;
import org.limbeck.engine.theory.PrivacyForecast;
import org.limbeck.engine.theory.Theory;
import org.limbeck.engine.theory.WeightTraffic;
import org.limbeck.experiment.DeviceSetup;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentVariant;

/** Reads the same experiment from every file, and keeps what it was asked for. */
public final class FakeEngine implements Engine {
  Experiment experiment = Experiments.small(Optional.of("local-only"));
  List<ExperimentVariant> variations = List.of();
  Consumer<Path> onRead = file -> {};
  Consumer<Experiment> onOpen = opened -> {};
  LongConsumer beforeRound = round -> {};
  Consumer<Path> beforeMove = checkpoint -> {};
  Consumer<String> onSaveModel = device -> {};
  List<String> here = List.of();
  long swapAt = Long.MAX_VALUE;
  String versions = "{limbeck: 1.2.3, java: '17', topology/ring: org.example.graphs 1.2.0}";
  public final List<FakeRun> opened = Collections.synchronizedList(new ArrayList<>());
  List<String> settings = List.of();
  List<String> concerns = List.of();
  Path file;
  DeviceSetup setup;
  Optional<Preprocessing> learntFrom = Optional.empty();
  String model;
  List<NetworkLayer> layers;
  List<String> classNames = List.of("zero", "one", "two", "three");

  /** Does something before every round of every run. */
  public void onRound(LongConsumer action) {
    beforeRound = action;
  }

  @Override
  public Experiment read(Path path, List<String> values) {
    onRead.accept(path);
    file = path;
    settings = List.copyOf(values);
    return variations.stream()
        .map(ExperimentVariant::experiment)
        .filter(one -> isIn(path, one))
        .findFirst()
        .orElse(experiment);
  }

  private boolean isIn(Path path, Experiment written) {
    try {
      return Files.exists(path) && Files.readString(path).equals(write(written));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<ExperimentVariant> readAll(Path path, List<String> values) {
    Experiment read = read(path, values);
    return variations.isEmpty() ? List.of(new ExperimentVariant("", read)) : variations;
  }

  @Override
  public DeviceSetup readDevice(Path path, List<String> values) {
    return setup;
  }

  @Override
  public Run open(Experiment wanted, RunSettings given) {
    return make(wanted, given, false);
  }

  @Override
  public List<List<String>> check(List<Experiment> wanted) {
    return wanted.stream().map(this::check).toList();
  }

  private List<String> check(Experiment wanted) {
    try (Run run = open(wanted, RunSettings.of(1))) {
      return run.warnings();
    }
  }

  @Override
  public Run resume(Experiment wanted, RunSettings given) {
    return make(wanted, given, true);
  }

  @Override
  public Theory theory(Experiment wanted) {
    return new Theory(
        3,
        3,
        2,
        false,
        OptionalInt.empty(),
        new SpectralGap(0.5),
        new SpectralGap(0.75),
        6,
        4,
        List.of(
            new AlgorithmTraffic("distributed-distillation", 4, 100, 400, 500),
            new AlgorithmTraffic("d-psgd", 6, 8192, 49_152, 49_500)),
        List.of(
            new CodecTraffic("uniform", "{bits=2}", 0.5, 100, 400, 500),
            new CodecTraffic("float32", "", 1, 1600, 6400, 6500)),
        List.of(new WeightTraffic("mlp", 3, 1000, 8000, 4000)),
        Optional.of(new PrivacyForecast(1e-5, 1.5, 2.985)));
  }

  private Run make(Experiment wanted, RunSettings given, boolean resumed) {
    onOpen.accept(wanted);
    FakeRun run = new FakeRun(wanted, given, resumed, this);
    opened.add(run);
    return run;
  }

  @Override
  public String write(Experiment written) {
    return "name: "
        + written.name()
        + "\nseed: "
        + written.seed()
        + "\nrounds: 6\ntopology: ring\ndata: {name: digits}\nversions: "
        + versions
        + "\n";
  }

  /** The class is the first feature; there are two features from 0 to 3, and four classes. */
  @Override
  public Predictor load(
      Experiment read, String device, Optional<Preprocessing> preprocessing, InputStream stream) {
    try {
      model = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FakePredictor(preprocessing.or(() -> learntFrom));
  }

  private final class FakePredictor implements Predictor {
    private final Optional<Preprocessing> preprocessing;

    FakePredictor(Optional<Preprocessing> preprocessing) {
      this.preprocessing = preprocessing;
    }

    @Override
    public Optional<Preprocessing> preprocessing() {
      return preprocessing;
    }

    @Override
    public Optional<Layers> layers() {
      return Optional.ofNullable(layers).map(all -> () -> all);
    }

    @Override
    public List<String> columnNames() {
      return preprocessing.map(Preprocessing::columnNames).orElse(List.of());
    }

    @Override
    public boolean isNumeric() {
      return true;
    }

    @Override
    public List<String> classNames() {
      return classNames;
    }

    @Override
    public float[] predict(List<String> sample) {
      if (sample.size() != 2) {
        throw new IllegalArgumentException("has " + sample.size() + " features instead of 2");
      }
      if (!sample.get(1).matches("[0-9]")) {
        throw new IllegalArgumentException("feature 2 is no number: " + sample.get(1));
      }
      double first = Double.parseDouble(sample.get(0));
      if (first < 0 || first > 3) {
        throw new IllegalArgumentException("feature 1 is from 0 to 3, not " + first);
      }
      float[] softDecisions = {0.125f, 0.125f, 0.125f, 0.125f};
      softDecisions[(int) first] = 0.625f;
      return softDecisions;
    }

    /** The class is the number of the first feature that is not 0. */
    @Override
    public float[] predict(float[] features) {
      int first = 0;
      while (features[first] == 0) {
        first++;
      }
      return predict(List.of(String.valueOf(first), "0"));
    }

    @Override
    public void close() {}
  }
}
