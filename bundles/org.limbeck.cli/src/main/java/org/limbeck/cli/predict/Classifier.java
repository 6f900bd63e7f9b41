package org.limbeck.cli.predict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limbeck.api.preprocessing.PixelColumns;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.cli.command.InputFiles;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.cli.terminal.TextTable;
import org.limbeck.datasets.samples.ImageSamples;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Predictor;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.VisibleText;

/** Classifies samples with a trained device, and shows the result. */
final class Classifier {
  private final Engine engine;
  private final Terminal terminal;

  Classifier(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  /** Classifies samples. */
  void classify(TrainedDevice trained, SampleInput wanted) throws IOException {
    SampleFiles files = SampleFiles.of(wanted.files());
    List<Prediction> predictions;
    try (Predictor predictor = trained.load(engine)) {
      if (files.table().isPresent()) {
        SampleFormat format =
            wanted.format(predictor.preprocessing().map(Preprocessing::comment).orElse(""));
        predictions = ofTable(predictor, files.table().get(), format);
      } else {
        predictions = ofImages(predictor, files.images());
      }
    }
    if (wanted.json()) {
      terminal.printJson(predictions);
    } else if (files.table().isPresent()) {
      show(new TextTable<Prediction>(0).column("line", Prediction::place), predictions);
    } else {
      show(new TextTable<Prediction>(1).column("file", Prediction::place), predictions);
    }
  }

  private void show(TextTable<Prediction> table, List<Prediction> predictions) {
    table
        .column("class", row -> VisibleText.of(row.className()))
        .column("probability", row -> String.format(Locale.ROOT, "%.3f", row.probability()))
        .print(predictions, terminal);
  }

  private List<Prediction> ofTable(Predictor predictor, String file, SampleFormat format)
      throws IOException {
    boolean piped = file.equals(SampleFiles.STANDARD_INPUT);
    SampleReader samples =
        new SampleReader(
            piped ? "standard input" : file,
            predictor.columnNames(),
            predictor.isNumeric(),
            format);
    List<Prediction> predictions = new ArrayList<>();
    try (InputStream input = piped ? terminal.in() : InputFiles.open(Path.of(file))) {
      for (Sample sample : samples.read(input)) {
        requirePixels(predictor, sample, samples);
        try {
          float[] decisions = predictor.predict(sample.values());
          predictions.add(Prediction.of(sample.line(), decisions, predictor.classNames()));
        } catch (IllegalArgumentException e) {
          throw samples.wrong(sample.line(), e.getMessage());
        }
      }
    }
    return predictions;
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
        predictions.add(Prediction.of(file, decisions, predictor.classNames()));
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
