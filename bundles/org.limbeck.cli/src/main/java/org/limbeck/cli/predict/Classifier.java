package org.limbeck.cli.predict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.cli.command.InputFiles;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.cli.terminal.TextTable;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Predictor;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.VisibleText;

/** Classifies samples with a trained device, and shows the result. */
final class Classifier {
  private static final String STANDARD_INPUT = "-";

  private final Engine engine;
  private final Terminal terminal;

  Classifier(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  /** Classifies samples. */
  void classify(TrainedDevice trained, SampleInput wanted) throws IOException {
    String file = wanted.file();
    Experiment experiment = engine.read(trained.experiment(), List.of());
    boolean piped = file.equals(STANDARD_INPUT);
    String source = piped ? "standard input" : file;
    Optional<Preprocessing> preprocessing = trained.preprocessing();
    String comment = wanted.comment(preprocessing.map(Preprocessing::comment).orElse(""));
    List<Prediction> predictions;
    try (InputStream input = piped ? terminal.in() : InputFiles.open(Path.of(file));
        InputStream model = InputFiles.open(trained.model());
        Predictor predictor =
            engine.load(experiment, trained.idIn(experiment), preprocessing, model)) {
      SampleReader samples =
          new SampleReader(source, predictor.columnNames(), predictor.isNumeric(), comment);
      predictions = predict(predictor, samples, input);
    }
    if (wanted.json()) {
      terminal.printJson(predictions);
    } else {
      new TextTable<Prediction>(0)
          .column("line", row -> Long.toString(row.line()))
          .column("class", row -> VisibleText.of(row.className()))
          .column("probability", row -> String.format(Locale.ROOT, "%.3f", row.probability()))
          .print(predictions, terminal);
    }
  }

  private static List<Prediction> predict(Predictor predictor, SampleReader samples, InputStream in)
      throws IOException {
    List<Prediction> predictions = new ArrayList<>();
    for (Sample sample : samples.read(in)) {
      try {
        float[] decisions = predictor.predict(sample.values());
        predictions.add(Prediction.of(sample.line(), decisions, predictor.classNames()));
      } catch (IllegalArgumentException e) {
        throw samples.wrong(sample.line(), e.getMessage());
      }
    }
    return predictions;
  }
}
