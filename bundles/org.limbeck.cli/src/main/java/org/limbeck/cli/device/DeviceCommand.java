package org.limbeck.cli.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.command.Interruptible;
import org.limbeck.cli.run.RunPlace;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.engine.Engine;
import org.limbeck.experiment.DeviceSetup;
import org.limbeck.report.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limbeck device}. */
@Command(
    name = "device",
    description = {
      "Run one device, which learns with its neighbours in other processes and on other hosts,"
          + " until it is stopped.",
      "It keeps its state in a folder and goes on from there when it is started again, also after"
          + " it was killed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck device examples/devices/kitchen.yaml",
      "  limbeck device examples/devices/hall.yaml --rounds 2000",
      "  limbeck device examples/devices/attic.yaml --out /var/lib/limbeck/attic --quiet",
      "  limbeck infer examples/devices/device-kitchen examples/devices/samples.csv",
      "",
      "Ctrl-C and SIGTERM leave a checkpoint and tell the neighbours; the exit codes are then"
          + " those",
      "of the signals, 130 and 143."
    })
public final class DeviceCommand implements Callable<Integer> {
  private final Engine engine;
  private final Interruptible runs;
  private final Terminal terminal;
  private final ToIntFunction<Throwable> errors;

  @Parameters(paramLabel = "FILE", description = "The device, a YAML file.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Replace a value of the file, such as broker=mqtt://localhost. May be given several"
              + " times.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder that holds the device's state, instead of the file's.")
  private Path out;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "End after so many rounds in all. Default: go on until stopped.")
  private Long rounds;

  @Option(
      names = "--quiet",
      description = "Show what others do and what is wrong, but no progress.")
  private boolean quiet;

  @Option(
      names = "--json",
      description = "Write status.json as a line to standard output whenever it changes.")
  private boolean json;

  public DeviceCommand(
      Engine engine, Interruptible runs, Terminal terminal, ToIntFunction<Throwable> errors) {
    this.engine = engine;
    this.runs = runs;
    this.terminal = terminal;
    this.errors = errors;
  }

  @Override
  public Integer call() throws Exception {
    List<String> all = new ArrayList<>(settings);
    if (rounds != null) {
      all.add("rounds=" + rounds);
    }
    return runs.call(() -> run(engine.readDevice(file, all)), errors);
  }

  private int run(DeviceSetup setup) throws IOException {
    try (RunPlace place = place(out == null ? setup.folder() : out)) {
      new DeviceSession(engine, setup, place.folder(), new DeviceScreen(terminal, quiet, json))
          .run();
    }
    return ExitCode.DONE;
  }

  private static RunPlace place(Path folder) throws IOException {
    return Files.isRegularFile(folder.resolve(RunFolder.EXPERIMENT_FILE))
        ? RunPlace.existing(folder)
        : RunPlace.at(folder);
  }
}
