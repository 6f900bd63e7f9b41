package org.limbeck.cli.predict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.limbeck.api.preprocessing.PixelColumns;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.cli.command.InputFiles;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.cli.terminal.TextTable;
import org.limbeck.datasets.catalog.DataFiles;
import org.limbeck.datasets.samples.ImageSamples;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Predictor;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.VisibleText;

/** Classifies samples with a trained device, and shows the result. */
final class Classifier {
  private final Engine engine;
  private final Terminal terminal;

  Classifier(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  /**
   * Classifies samples.
   *
   * @throws InvalidInputException if a sample cannot be classified, or the accuracy is wanted and
   *     no true class is known
   */
  void classify(TrainedDevice trained, SampleInput wanted) throws IOException {
    SampleFiles files = SampleFiles.of(wanted.files());
    Experiment experiment = trained.read(engine);
    List<Prediction> predictions;
    try (Predictor predictor = trained.load(engine, experiment)) {
      if (files.table().isPresent()) {
        CsvOptions options = CsvOptions.of(experiment.plugin(PluginKind.DATA));
        SampleFormat format =
            wanted.format(
                predictor.preprocessing().map(Preprocessing::comment).orElse(""),
                options.separator());
        predictions = ofTable(predictor, files.table().get(), options, format);
      } else {
        predictions = ofImages(predictor, files.images());
      }
    }
    Optional<SampleAccuracy> accuracy = SampleAccuracy.of(predictions);
    if (wanted.accuracy() && accuracy.isEmpty()) {
      throw new InvalidInputException(
          new Origin("--accuracy", 0, ""),
          "no sample has a label: a column of that name, or a folder of its class");
    }
    if (wanted.json()) {
      terminal.printJson(wanted.accuracy() ? accuracy.get() : predictions);
    } else {
      boolean isTable = files.table().isPresent();
      show(
          new TextTable<Prediction>(isTable ? 0 : 1)
              .column(isTable ? "line" : "file", Prediction::place),
          predictions,
          accuracy.isPresent());
    }
    accuracy.map(SampleAccuracy::text).ifPresent(text -> tell(text, wanted));
  }

  private void tell(String accuracy, SampleInput wanted) {
    if (!wanted.accuracy()) {
      say(accuracy);
    } else if (!wanted.json()) {
      terminal.out().println(accuracy);
    }
  }

  private void say(String note) {
    terminal.err().println("note: " + VisibleText.of(note));
    terminal.err().flush();
  }

  private void show(
      TextTable<Prediction> table, List<Prediction> predictions, boolean withTrueClasses) {
    table.column("class", row -> VisibleText.of(row.className()));
    if (withTrueClasses) {
      table.column("true class", row -> VisibleText.of(Objects.toString(row.trueClass(), "")));
    }
    table
        .column("probability", row -> String.format(Locale.ROOT, "%.3f", row.probability()))
        .print(predictions, terminal);
  }

  private List<Prediction> ofTable(
      Predictor predictor, String file, CsvOptions options, SampleFormat format)
      throws IOException {
    boolean piped = file.equals(SampleFiles.STANDARD_INPUT);
    String source = piped ? "standard input" : file;
    SampleReader reader = new SampleReader(source, SampleColumns.of(predictor, options), format);
    List<Sample> samples;
    try (InputStream input = piped ? terminal.in() : open(Path.of(file))) {
      samples = reader.read(input);
    }
    SampleLabels labels = new SampleLabels(source, samples, predictor.classNames());
    boolean areClasses = labels.areClasses();
    List<Prediction> predictions = new ArrayList<>();
    for (Sample sample : samples) {
      requirePixels(predictor, sample, reader);
      try {
        float[] decisions = predictor.predict(sample.values());
        predictions.add(
            Prediction.of(
                sample.line(),
                sample.label().filter(label -> areClasses),
                decisions,
                predictor.classNames()));
      } catch (IllegalArgumentException e) {
        throw reader.wrong(sample.line(), e.getMessage());
      }
    }
    reader.notices().forEach(this::say);
    labels.notice().ifPresent(this::say);
    return predictions;
  }

  /** Opens a file; one that ends in {@code .gz} is decompressed. */
  private static InputStream open(Path file) {
    if (!file.toString().endsWith(".gz")) {
      return InputFiles.open(file);
    }
    try {
      return DataFiles.open(file);
    } catch (IOException e) {
      throw SampleFiles.refused(file, DataFiles.unreadable(file, e));
    }
  }

  /** A line may hold the pixels of an image, too. */
  private static void requirePixels(Predictor predictor, Sample sample, SampleReader samples) {
    Preprocessing images = predictor.preprocessing().orElse(null);
    if (images != null && images.pixels().isPresent() && images.cells() != sample.values().size()) {
      throw samples.wrong(
          sample.line(),
          String.format(
              Locale.ROOT,
              "the device has learnt from images of %s: a line holds the %d values of one, and this"
                  + " one has %d; or give image files",
              images.shape(),
              images.cells(),
              sample.values().size()));
    }
  }

  private static List<Prediction> ofImages(Predictor predictor, List<Path> files) {
    List<Prediction> predictions = new ArrayList<>();
    ImageSamples images = images(predictor, files.get(0));
    for (Path file : files) {
      try {
        float[] decisions = predictor.predict(images.features(file));
        List<String> classes = predictor.classNames();
        predictions.add(Prediction.of(file, SampleFiles.label(file, classes), decisions, classes));
      } catch (IllegalArgumentException e) {
        throw SampleFiles.refused(file, e);
      }
    }
    return predictions;
  }

  private static ImageSamples images(Predictor predictor, Path first) {
    Optional<Preprocessing> preprocessing = predictor.preprocessing();
    Optional<PixelColumns> pixels = preprocessing.flatMap(Preprocessing::pixels);
    if (pixels.isEmpty()) {
      throw new InvalidInputException(
          new Origin(first.toString(), 0, ""),
          "is an image, and the device has not learnt from images: give a CSV file");
    }
    try {
      return new ImageSamples(preprocessing.get().shape(), pixels.get());
    } catch (IllegalArgumentException e) {
      throw SampleFiles.refused(first, e);
    }
  }
}
