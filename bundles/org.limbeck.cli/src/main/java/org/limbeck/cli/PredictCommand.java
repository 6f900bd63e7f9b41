package org.limbeck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Predictor;
import org.limbeck.engine.experiment.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limbeck predict}. */
@Command(
    name = "predict",
    description = "Classify samples with a trained device of a run.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck predict runs/quickstart-20250102-030405/device-3 samples.csv",
      "  head -1 samples.csv | limbeck predict runs/one/device-1 - --json"
    })
final class PredictCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private final Engine engine;
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "RUN/DEVICE", description = "A device in a run folder.")
  private Path device;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description =
          "A CSV file: one sample per line, the features as the dataset's users write them (digits:"
              + " 64 pixels from 0 to 16). A header and lines that begin with # are skipped. -"
              + " reads standard input.")
  private String file;

  @Option(
      names = "--json",
      description = "Write JSON, with the probability of every class, to standard output.")
  private boolean json;

  PredictCommand(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    TrainedDevice trained = TrainedDevice.at(device);
    Experiment experiment = engine.read(trained.experiment(), List.of());
    boolean piped = file.equals(STANDARD_INPUT);
    SampleReader samples = new SampleReader(piped ? "standard input" : file);
    List<Prediction> predictions;
    try (InputStream input = piped ? terminal.in() : InputFiles.open(Path.of(file));
        Reader reader = new InputStreamReader(input, StandardCharsets.UTF_8);
        InputStream model = InputFiles.open(trained.model());
        Predictor predictor = engine.load(experiment, trained.id(), model)) {
      predictions = predict(predictor, samples, reader);
    }
    if (json) {
      terminal.out().println(Json.of(predictions));
    } else {
      print(predictions);
    }
    return ExitCode.DONE;
  }

  private static List<Prediction> predict(Predictor predictor, SampleReader samples, Reader reader)
      throws IOException {
    List<Prediction> predictions = new ArrayList<>();
    for (Sample sample : samples.read(reader)) {
      try {
        predictions.add(Prediction.of(sample.line(), predictor.predict(sample.features())));
      } catch (IllegalArgumentException e) {
        throw samples.wrong(sample.line(), e.getMessage());
      }
    }
    return predictions;
  }

  private void print(List<Prediction> predictions) {
    TextTable table = new TextTable(terminal.outColour(), 0);
    table.row(List.of("line", "class", "probability"));
    for (Prediction prediction : predictions) {
      table.row(
          List.of(
              Long.toString(prediction.line()),
              Integer.toString(prediction.label()),
              String.format(Locale.ROOT, "%.3f", prediction.probability())));
    }
    table.print(terminal.out());
  }
}
