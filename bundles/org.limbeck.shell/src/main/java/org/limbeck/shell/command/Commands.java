package org.limbeck.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.shell.text.ChangeText;
import org.limbeck.shell.text.StatusText;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** All commands by name, in the order in which help shows them. */
public final class Commands {
  /** The scope in which Gogo finds the commands: {@code limbeck:swap}. */
  public static final String SCOPE = "limbeck";

  private static final String PREFIX = SCOPE + ":";

  private final Map<String, Supplier<CommandSpec>> commands = new LinkedHashMap<>();

  /** Makes the commands. */
  public Commands(OpenRuns runs, PluginCatalog catalog) {
    plain(runs, "status", "Show how the run does.", reading(StatusText::summary));
    plain(runs, "devices", "Show the devices and how they do.", reading(StatusText::devices));
    plain(
        runs,
        "wiring",
        "Show the plug-ins in use, with their options.",
        reading(StatusText::wiring));
    plain(
        runs,
        "changes",
        "Show what has been changed while the run goes on.",
        reading(status -> ChangeText.table(status.swaps())));
    add("plugins", () -> new ListPluginsCommand(catalog));
    add("swap", () -> new SwapCommand(runs));
    add("set", () -> new SetCommand(runs));
    add("join", () -> new JoinCommand(runs));
    add("leave", () -> new LeaveCommand(runs));
    add("pause", () -> new PauseCommand(runs));
    plain(runs, "resume", "Go on after a pause.", Commands::goOn);
    add("rounds", () -> new RoundsCommand(runs));
    plain(
        runs, "end", "End the run before the next round; its results are written.", Commands::end);
    add("help", () -> new HelpCommand(this::usage));
  }

  /** Returns the names of the commands. */
  public Set<String> names() {
    return Set.copyOf(commands.keySet());
  }

  /** Returns the options of a command, such as {@code --run}; none if there is no such command. */
  public List<String> options(String name) {
    Supplier<CommandSpec> spec = commands.get(name);
    return spec == null
        ? List.of()
        : spec.get().options().stream().map(OptionSpec::longestName).sorted().toList();
  }

  /**
   * Carries out a command.
   *
   * @return what it has to say
   * @throws IllegalArgumentException if the arguments are wrong
   * @throws IllegalStateException if there is no run to steer, or more than one
   * @throws org.limbeck.experiment.InvalidInputException if the run refuses a change
   */
  public String execute(String name, List<String> arguments) throws Exception {
    CommandLine line = new CommandLine(commands.get(name).get()).setExpandAtFiles(false);
    try {
      line.parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new IllegalArgumentException(
          e.getMessage() + System.lineSeparator() + "'" + name + " --help' shows how it is used",
          e);
    }
    return line.isUsageHelpRequested()
        ? line.getUsageMessage(Ansi.OFF).strip()
        : (String) ((Callable<?>) line.getCommandSpec().userObject()).call();
  }

  private String usage(String command) {
    String name = command.startsWith(PREFIX) ? command.substring(PREFIX.length()) : command;
    if (name.isEmpty()) {
      return overview();
    }
    if (!commands.containsKey(name)) {
      throw new IllegalArgumentException(
          "there is no command '" + command + "' here; 'felix:help " + command + "' may know it");
    }
    return new CommandLine(commands.get(name).get()).getUsageMessage(Ansi.OFF).strip();
  }

  private String overview() {
    int width = names().stream().mapToInt(String::length).max().orElse(0);
    return commands.entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + " ".repeat(width + 2 - entry.getKey().length())
                    + entry.getValue().get().usageMessage().description()[0])
        .collect(
            Collectors.joining(
                "\n",
                "",
                "\n\nA command with --help shows how it is used. 'exit' or Ctrl-D leaves the"
                    + " shell; the run goes on.\n'felix:help' shows the framework's own"
                    + " commands."));
  }

  private static Function<RunControl, String> reading(Function<RunStatus, String> text) {
    return run -> text.apply(run.status());
  }

  private static String goOn(RunControl run) {
    run.resume();
    return "goes on";
  }

  private static String end(RunControl run) {
    run.end();
    return "ends before the next round";
  }

  private void plain(
      OpenRuns runs, String name, String description, Function<RunControl, String> action) {
    commands.put(
        name,
        () -> {
          CommandSpec spec = spec(name, new PlainCommand(runs, action));
          spec.usageMessage().description(description);
          return spec;
        });
  }

  private void add(String name, Supplier<Callable<String>> command) {
    commands.put(name, () -> spec(name, command.get()));
  }

  private static CommandSpec spec(String name, Callable<String> command) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(command).name(name);
    return spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build());
  }
}
