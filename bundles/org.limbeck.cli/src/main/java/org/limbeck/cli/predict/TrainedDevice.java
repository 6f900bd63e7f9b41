package org.limbeck.cli.predict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.cli.command.InputFiles;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Predictor;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.report.RunFolder;

/**
 * A device in a run folder.
 *
 * @param run the run folder
 * @param id the device's id
 */
public record TrainedDevice(Path run, String id) {
  /** The name of the file with a model. */
  public static final String MODEL = "model.bin";

  /** The name of the file with what is needed to use it. */
  public static final String DEVICE = "device.yaml";

  /** The name of the file with what turns samples into rows. */
  public static final String PREPROCESSING = "preprocessing.json";

  /** Returns where a run folder has what turns samples into rows for a device. */
  public static String preprocessingFile(String device) {
    return device + "/" + PREPROCESSING;
  }

  /** Returns where a run folder has the model of a device. */
  public static String modelFile(String device) {
    return device + "/" + MODEL;
  }

  /** Returns where a run folder has what is needed to use a device's model. */
  public static String deviceFile(String device) {
    return device + "/" + DEVICE;
  }

  /**
   * Finds a device by its folder in a run folder.
   *
   * @throws InvalidInputException if it is no such folder; the message says which there are
   */
  static TrainedDevice at(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    Path run = place.getParent();
    if (run != null && Files.isRegularFile(place.resolve(DEVICE))) {
      return new TrainedDevice(run, place.getFileName().toString());
    }
    if (run == null || !Files.isRegularFile(run.resolve(RunFolder.EXPERIMENT_FILE))) {
      throw wrong(
          folder, "there is no run folder around it; name a device as RUN/DEVICE" + hint(place));
    }
    TrainedDevice device = new TrainedDevice(run, place.getFileName().toString());
    if (!Files.isRegularFile(device.model())) {
      throw wrong(folder, "the run has no such device; it has " + String.join(", ", in(run)));
    }
    return device;
  }

  /** Returns the file with the device's experiment; of old runs, that of all devices. */
  Path experiment() {
    Path own = run.resolve(deviceFile(id));
    return Files.isRegularFile(own) ? own : run.resolve(RunFolder.EXPERIMENT_FILE);
  }

  /** Returns the device's id: the only one's, where the folder may have any name. */
  String idIn(Experiment experiment) {
    List<String> ids = experiment.deviceIds();
    return ids.size() == 1 ? ids.get(0) : id;
  }

  /**
   * Loads the device's model.
   *
   * @throws InvalidInputException if what is saved cannot be used
   */
  Predictor load(Engine engine) throws IOException {
    return load(engine, read(engine));
  }

  /**
   * Reads the device's experiment; of old runs, that of all devices.
   *
   * @throws InvalidInputException if what is saved cannot be used
   */
  Experiment read(Engine engine) {
    return engine.read(experiment(), List.of());
  }

  /**
   * Loads the device's model.
   *
   * @param experiment what was read
   * @throws InvalidInputException if what is saved cannot be used
   */
  Predictor load(Engine engine, Experiment experiment) throws IOException {
    try (InputStream model = InputFiles.open(model())) {
      return engine.load(
          experiment,
          idIn(experiment),
          PreprocessingFile.read(run.resolve(preprocessingFile(id))),
          model);
    }
  }

  /** Returns the file with the device's model. */
  Path model() {
    return run.resolve(modelFile(id));
  }

  private static String hint(Path place) {
    List<String> devices = in(place);
    return devices.isEmpty() ? "" : ", such as " + place.resolve(devices.get(0));
  }

  private static List<String> in(Path run) {
    try (Stream<Path> entries = Files.list(run)) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve(MODEL)))
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static InvalidInputException wrong(Path folder, String message) {
    return new InvalidInputException(new Origin(folder.toString(), 0, ""), message);
  }
}
