package org.limbeck.cli.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.cli.predict.DeviceFile;
import org.limbeck.cli.predict.PreprocessingFile;
import org.limbeck.cli.predict.TrainedDevice;
import org.limbeck.cli.run.FolderKind;
import org.limbeck.cli.terminal.JsonOutput;
import org.limbeck.engine.Run;
import org.limbeck.engine.control.DeviceStatus;
import org.limbeck.report.RunFolder;

/**
 * What a device on its own leaves in its folder for others: its model, and how it does. Where a
 * file cannot be written, it says so once, and the device goes on.
 */
final class DeviceFolder {
  private final RunFolder folder;
  private final Run run;
  private final String id;
  private final DeviceFile devices;
  private final Consumer<String> notices;
  private final Map<String, IOException> missing = new LinkedHashMap<>();
  private Preprocessing preprocessing;

  DeviceFolder(RunFolder folder, Run run, String id, DeviceFile devices, Consumer<String> notices) {
    this.folder = folder;
    this.run = run;
    this.id = id;
    this.devices = devices;
    this.notices = notices;
  }

  /** Returns what the engine knows of the device. */
  DeviceStatus device() {
    return run.control().status().devices().get(0);
  }

  /** Writes what {@code limbeck infer} needs. */
  void writeModel() {
    run.preprocessing().filter(now -> !now.equals(preprocessing)).ifPresent(this::write);
    write(TrainedDevice.MODEL, out -> run.saveModel(id, out));
    String experiment = devices.of(device());
    write(TrainedDevice.DEVICE, out -> out.write(experiment.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes how the device does. */
  void write(DeviceReport report) {
    write(
        FolderKind.DEVICE_STATUS,
        out -> out.write((JsonOutput.of(report) + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Ends with an error where files could not be written.
   *
   * @throws UncheckedIOException naming the first of them
   */
  void requireWritten() {
    missing.values().stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw new UncheckedIOException(fault);
            });
  }

  private void write(Preprocessing changed) {
    write(TrainedDevice.PREPROCESSING, out -> out.write(PreprocessingFile.of(changed)));
    preprocessing = missing.containsKey(TrainedDevice.PREPROCESSING) ? null : changed;
  }

  private void write(String name, RunFolder.Content content) {
    try {
      folder.write(name, content);
      if (missing.remove(name) != null && missing.isEmpty()) {
        notices.accept("its folder is up to date again");
      }
    } catch (IOException e) {
      if (missing.isEmpty()) {
        notices.accept("its folder is out of date: " + e.getMessage());
      }
      missing.put(name, e);
    }
  }
}
