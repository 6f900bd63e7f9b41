package org.limbeck.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.limbeck.cli.command.CommandHelp;
import org.limbeck.cli.command.Interruptible;
import org.limbeck.cli.compare.CompareCommand;
import org.limbeck.cli.data.DataCommand;
import org.limbeck.cli.device.DeviceCommand;
import org.limbeck.cli.draft.NewCommand;
import org.limbeck.cli.inspect.CheckModelCommand;
import org.limbeck.cli.inspect.PluginsCommand;
import org.limbeck.cli.inspect.TheoryCommand;
import org.limbeck.cli.inspect.ValidateCommand;
import org.limbeck.cli.keys.KeysCommand;
import org.limbeck.cli.predict.ExportCommand;
import org.limbeck.cli.predict.InferCommand;
import org.limbeck.cli.predict.PredictCommand;
import org.limbeck.cli.run.ComponentVersions;
import org.limbeck.cli.run.ReportCommand;
import org.limbeck.cli.run.ResumeCommand;
import org.limbeck.cli.run.RunCommand;
import org.limbeck.cli.run.RunSessions;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.datasets.catalog.DataFolders;
import org.limbeck.datasets.catalog.KnownDatasets;
import org.limbeck.engine.Engine;
import org.limbeck.engine.control.Shell;
import org.limbeck.experiment.plugin.PluginCatalog;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** All commands, put together. */
final class Limbeck {
  private final CommandLine commands;
  private final ErrorHandler errors;

  /**
   * Puts them together.
   *
   * @param version the version of Limbeck
   * @param runs lets others end a run
   * @param shell finds the shell, if this system has one
   * @param more commands of other bundles: objects with picocli's annotations
   */
  Limbeck(
      Engine engine,
      PluginCatalog catalog,
      String version,
      Interruptible runs,
      Supplier<Optional<Shell>> shell,
      List<? extends Callable<?>> more,
      Terminal terminal) {
    RootCommand root = new RootCommand();
    errors = new ErrorHandler(terminal, root::wantsStackTrace, runs::isStopping);
    ComponentVersions versions = new ComponentVersions(catalog, version);
    RunSessions sessions = new RunSessions(engine, versions, runs, shell, terminal, errors::handle);
    commands =
        new CommandLine(root)
            .addSubcommand(NewCommand.of(terminal))
            .addSubcommand(new RunCommand(engine, sessions))
            .addSubcommand(new ResumeCommand(engine, sessions, terminal))
            .addSubcommand(new ReportCommand(terminal, runs, errors::handle))
            .addSubcommand(new CompareCommand(engine, versions, runs, terminal, errors::handle))
            .addSubcommand(new DeviceCommand(engine, runs, terminal, errors::handle))
            .addSubcommand(new PredictCommand(engine, terminal))
            .addSubcommand(new InferCommand(engine, terminal))
            .addSubcommand(new ExportCommand(engine, version, terminal))
            .addSubcommand(new PluginsCommand(catalog, terminal))
            .addSubcommand(
                DataCommand.of(DataFolders.ofThisMachine(), KnownDatasets.all(), terminal))
            .addSubcommand(KeysCommand.of(terminal))
            .addSubcommand(new ValidateCommand(engine, terminal))
            .addSubcommand(new TheoryCommand(engine, terminal))
            .addSubcommand(
                new CommandLine(new CheckModelCommand(terminal)).setStopAtPositional(true));
    more.forEach(commands::addSubcommand);
    commands.addSubcommand(new CommandHelp());
    commands
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(Help.defaultColorScheme(terminal.outColour()))
        .setUsageHelpAutoWidth(true)
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
    commands.getCommandSpec().version("limbeck " + version);
  }

  /** Carries out a command line and returns its exit code. */
  int execute(String... args) {
    try {
      return commands.execute(args);
    } catch (LinkageError | VirtualMachineError e) {
      return errors.handle(e);
    }
  }
}
