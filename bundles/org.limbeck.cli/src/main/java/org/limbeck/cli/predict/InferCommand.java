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

/** {@code limbeck infer}. */
@Command(
    name = "infer",
    description =
        "Classify samples with what a device has learnt so far, also while it goes on learning.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck infer examples/devices/device-kitchen examples/devices/samples.csv",
      "  tail -1 examples/devices/samples.csv | limbeck infer /var/lib/limbeck/attic - --json",
      "  limbeck infer /var/lib/limbeck/attic photos"
    })
public final class InferCommand implements Callable<Integer> {
  private final Engine engine;
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "DEVICE_DIR",
      description = "The folder that holds the state of a device.")
  private Path device;

  @Mixin private SampleInput samples;

  public InferCommand(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    new Classifier(engine, terminal).classify(TrainedDevice.at(device), samples);
    return ExitCode.DONE;
  }
}
