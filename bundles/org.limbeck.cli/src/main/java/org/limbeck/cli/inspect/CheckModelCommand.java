package org.limbeck.cli.inspect;

import java.util.List;
import java.util.concurrent.Callable;
import org.limbeck.api.Shape;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.option.JsonOption;
import org.limbeck.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck check-model}. Names nothing of the bundle that checks, as that may be missing. */
@Command(
    name = "check-model",
    description = "Check whether a program can be the model of a device: {name: external}.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck check-model python3 model.py",
      "  limbeck check-model --shape 28x28x1 --classes 10 python3 model.py",
      "",
      "Options of limbeck stand before the program, and those after it are its own.",
      "The exit code is 2 if the program does not keep to something."
    })
@SuppressWarnings("UnusedVariable") // picocli looks at the fields
public final class CheckModelCommand implements Callable<Integer> {
  private static final int SIDES = 3;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "1..*",
      description = "The program and its arguments.")
  private List<String> command;

  @Option(
      names = "--shape",
      paramLabel = "HxWxC",
      description =
          "The shape of the rows to check with: height, width and channels."
              + " Default: ${DEFAULT-VALUE}.")
  private String shape = "8x8x1";

  @Option(
      names = "--classes",
      paramLabel = "K",
      description = "The number of classes. Default: ${DEFAULT-VALUE}.")
  private int classes = 10;

  @Option(
      names = "--step-size",
      paramLabel = "ETA",
      description = "The step size. Default: ${DEFAULT-VALUE}.")
  private float stepSize = 0.1f;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long an answer may take. Default: ${DEFAULT-VALUE}.")
  private int timeout = 60;

  @Mixin private JsonOption output;

  /** Makes the command. */
  public CheckModelCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    require(classes >= 2, "--classes is 2 or more, not " + classes);
    require(stepSize > 0, "--step-size is more than 0, not " + stepSize);
    require(timeout >= 1, "--timeout is 1 or more, not " + timeout);
    Shape rows = shape();
    try {
      return new ModelCheck(terminal, output.json()).run(command, timeout, rows, classes, stepSize)
          ? ExitCode.DONE
          : ExitCode.WRONG_INPUT;
    } catch (NoClassDefFoundError e) {
      throw new ParameterException(
          spec.commandLine(),
          "bundle org.limbeck.architectures.external is missing: put it back into bundles/",
          e);
    }
  }

  private Shape shape() {
    String[] sides = shape.split("x", -1);
    try {
      require(sides.length == SIDES, noShape());
      return new Shape(
          Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), Integer.parseInt(sides[2]));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), noShape());
    }
  }

  private String noShape() {
    return "--shape is height, width and channels, such as 28x28x1, not '" + shape + "'";
  }

  private void require(boolean holds, String complaint) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), complaint);
    }
  }
}
