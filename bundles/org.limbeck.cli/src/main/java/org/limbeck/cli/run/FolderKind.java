package org.limbeck.cli.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.limbeck.cli.predict.TrainedDevice;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.report.RunFolder;
import org.limbeck.report.comparison.Comparison;

/** Tells run folders from other folders that Limbeck makes, which look alike. */
public final class FolderKind {
  /** The file in which a device on its own says how it does. */
  public static final String DEVICE_STATUS = "status.json";

  private FolderKind() {}

  /**
   * Makes sure that a folder is none of those that are taken for that of a run.
   *
   * @throws InvalidInputException saying what it is, and which command is for it
   */
  static void requireRun(Path folder) {
    other(folder)
        .ifPresent(
            what -> {
              throw new InvalidInputException(new Origin(folder.toString(), 0, ""), what);
            });
  }

  /** Returns whether a folder holds the state of a device on its own. */
  public static boolean isDevice(Path folder) {
    return Files.isRegularFile(folder.resolve(RunFolder.EXPERIMENT_FILE))
        && (Files.isRegularFile(folder.resolve(DEVICE_STATUS))
            || Files.isRegularFile(folder.resolve(TrainedDevice.DEVICE)));
  }

  private static Optional<String> other(Path folder) {
    if (isDevice(folder)) {
      return Optional.of(
          "is the folder of a device on its own, and not of a run; limbeck device with the file of"
              + " the device goes on with it, limbeck infer "
              + folder
              + " SAMPLES uses what it has learnt, and "
              + folder.resolve(DEVICE_STATUS)
              + " says how it does");
    }
    if (Files.isRegularFile(folder.resolve(RunFolder.EXPERIMENT_FILE))) {
      return Optional.empty();
    }
    Path around = folder.toAbsolutePath().normalize().getParent();
    if (Files.isRegularFile(folder.resolve(TrainedDevice.MODEL))
        && around != null
        && Files.isRegularFile(around.resolve(RunFolder.EXPERIMENT_FILE))) {
      return Optional.of(
          "is a device of the run "
              + around
              + ", and not a run; limbeck report "
              + around
              + " shows the run, and limbeck predict "
              + folder
              + " SAMPLES uses the device");
    }
    return Files.isDirectory(folder.resolve("runs"))
            && Files.isRegularFile(folder.resolve(Comparison.PAGE_FILE))
        ? Optional.of(
            "is the folder of a comparison, and not of a run; its page is "
                + folder.resolve(Comparison.PAGE_FILE)
                + ", its runs are in "
                + folder.resolve("runs")
                + ", and the same limbeck compare goes on with it")
        : Optional.empty();
  }
}
