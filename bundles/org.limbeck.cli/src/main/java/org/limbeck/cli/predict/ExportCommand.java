package org.limbeck.cli.predict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.limbeck.api.architecture.Layers;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.terminal.JsonOutput;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Predictor;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.onnx.OnnxModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limbeck export}. */
@Command(
    name = "export",
    description = {
      "Write what a device has learnt as a model that other programs read, also while it goes on"
          + " learning.",
      "The model takes what people write, such as pixels from 0 to 255, and scales it itself."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck export runs/quickstart-20250102-030405/device-3",
      "  limbeck export /var/lib/limbeck/attic --out attic.onnx",
      "  limbeck export runs/one/device-1 --features"
    })
public final class ExportCommand implements Callable<Integer> {
  private static final String ONNX = "onnx";

  private final Engine engine;
  private final String version;
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "RUN/DEVICE",
      description = "A device in a run folder, or the folder that holds the state of a device.")
  private Path device;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = ONNX,
      description = "The format: onnx, which is the default.")
  private String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write, which must not be there. Default: DEVICE.onnx")
  private Path out;

  @Option(
      names = "--features",
      description =
          "Let the model take rows of features as the device has learnt from, already scaled and"
              + " encoded.")
  private boolean features;

  public ExportCommand(Engine engine, String version, Terminal terminal) {
    this.engine = engine;
    this.version = version;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!format.equals(ONNX)) {
      throw wrong("--format", "there is no format '" + format + "'; there is " + ONNX);
    }
    TrainedDevice trained = TrainedDevice.at(device);
    Path file = out == null ? Path.of(trained.id() + "." + ONNX) : out;
    if (Files.exists(file)) {
      throw wrong(file.toString(), "is there already; name another file with --out");
    }
    write(model(trained), file);
    terminal.out().println(file);
    return ExitCode.DONE;
  }

  private byte[] model(TrainedDevice trained) throws IOException {
    try (Predictor predictor = trained.load(engine)) {
      Layers layers =
          predictor
              .layers()
              .orElseThrow(
                  () ->
                      wrong(
                          device.toString(),
                          "the model of this architecture does not say what its layers are;"
                              + " softmax, mlp and cnn do"));
      return OnnxModel.of(
          layers.layers(),
          features ? Optional.empty() : Optional.of(scaling(predictor)),
          metadata(trained, predictor));
    }
  }

  private Preprocessing scaling(Predictor predictor) {
    Preprocessing preprocessing =
        predictor
            .preprocessing()
            .orElseThrow(
                () ->
                    wrong(
                        device.toString(),
                        "its folder does not say how samples become features: give --features"));
    if (!preprocessing.isNumeric()) {
      throw wrong(
          device.toString(),
          "it has learnt from columns that hold more than numbers, which a model cannot take as"
              + " people write them: give --features");
    }
    return preprocessing;
  }

  private Map<String, String> metadata(TrainedDevice trained, Predictor predictor) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("limbeck", version);
    metadata.put("device", trained.id());
    metadata.put("run", String.valueOf(trained.run().getFileName()));
    metadata.put("classes", JsonOutput.line(predictor.classNames()));
    predictor
        .preprocessing()
        .ifPresent(
            preprocessing -> {
              metadata.put("shape", preprocessing.shape().toString());
              metadata.put(
                  "columns",
                  JsonOutput.line(
                      features ? preprocessing.featureNames() : preprocessing.columnNames()));
            });
    return metadata;
  }

  private static void write(byte[] model, Path file) throws IOException {
    Path partial =
        file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.write(partial, model);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static InvalidInputException wrong(String where, String message) {
    return new InvalidInputException(new Origin(where, 0, ""), message);
  }
}
