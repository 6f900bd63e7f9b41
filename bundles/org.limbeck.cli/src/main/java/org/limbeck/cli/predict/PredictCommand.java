package org.limbeck.cli.predict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code limbeck predict}. */
@Command(
    name = "predict",
    description = "Classify samples with a trained device of a run.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck predict runs/quickstart-20250102-030405/device-3 samples.csv",
      "  limbeck predict runs/titanic-20250102-030405/device-1 titanic.csv --accuracy",
      "  head -1 samples.csv | limbeck predict runs/one/device-1 - --json",
      "  limbeck predict runs/one/device-1 photos/1.png photos/2.jpg"
    })
public final class PredictCommand implements Callable<Integer> {
  private final Engine engine;
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "RUN/DEVICE", description = "A device in a run folder.")
  private Path device;

  @Mixin private SampleInput samples;

  public PredictCommand(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    new Classifier(engine, terminal).classify(TrainedDevice.at(device), samples);
    return ExitCode.DONE;
  }
}
