package org.limbeck.shell.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.engine.control.DeviceStatus;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.OptionDescription;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.PluginDescription;
import org.limbeck.shell.command.Commands;
import org.limbeck.shell.command.OpenRuns;

/** What could be typed next: texts that end with an equals sign go on with a value. */
final class Suggestions {
  private static final String PREFIX = Commands.SCOPE + ":";

  private final Commands commands;
  private final OpenRuns runs;
  private final PluginCatalog catalog;

  Suggestions(Commands commands, OpenRuns runs, PluginCatalog catalog) {
    this.commands = commands;
    this.runs = runs;
    this.catalog = catalog;
  }

  /**
   * Returns the words that could stand after others.
   *
   * @param before the words before, the command first
   * @param begun the word as far as it has been typed
   */
  List<String> after(List<String> before, String begun) {
    return all(before, begun).filter(text -> text.startsWith(begun)).sorted().toList();
  }

  private Stream<String> all(List<String> before, String begun) {
    if (before.isEmpty()) {
      return Stream.concat(commands.names().stream(), Stream.of("exit"));
    }
    String command =
        before.get(0).startsWith(PREFIX) ? before.get(0).substring(PREFIX.length()) : before.get(0);
    List<String> words = words(before);
    String last = before.get(before.size() - 1);
    if (last.equals("--run")) {
      return runs.all().stream().map(OpenRuns.Named::name);
    }
    if (last.equals("--devices")) {
      return devices(begun);
    }
    if (begun.startsWith("-")) {
      return commands.options(command).stream();
    }
    return switch (command) {
      case "help" -> words.isEmpty() ? commands.names().stream() : Stream.empty();
      case "plugins" -> words.isEmpty() ? PluginKind.keys() : Stream.empty();
      case "leave" -> devices(begun);
      case "set" -> keys(begun);
      case "join" -> plugin(PluginKind.ARCHITECTURE, words, begun);
      case "swap" ->
          words.isEmpty()
              ? Arrays.stream(PluginKind.values())
                  .filter(PluginKind::isRequired)
                  .map(PluginKind::key)
              : PluginKind.ofKey(words.get(0))
                  .map(kind -> plugin(kind, words.subList(1, words.size()), begun))
                  .orElseGet(Stream::empty);
      default -> Stream.empty();
    };
  }

  /** The words after the command that are neither options of it nor their values. */
  private static List<String> words(List<String> before) {
    List<String> words = new ArrayList<>();
    for (int i = 1; i < before.size(); i++) {
      if (before.get(i).equals("--run") || before.get(i).equals("--devices")) {
        i++;
      } else if (!before.get(i).startsWith("-")) {
        words.add(before.get(i));
      }
    }
    return words;
  }

  private Stream<String> plugin(PluginKind kind, List<String> words, String begun) {
    if (words.isEmpty()) {
      return catalog.plugins().stream().filter(p -> p.kind() == kind).map(PluginDescription::name);
    }
    return assignments(kind, words.get(0), "", begun)
        .filter(text -> words.stream().noneMatch(word -> word.startsWith(key(text))));
  }

  /** The keys of an experiment that can change, and the options of the plug-ins in use. */
  private Stream<String> keys(String begun) {
    Stream<String> options =
        runs.only().stream()
            .flatMap(run -> run.plugins().entrySet().stream())
            .flatMap(
                used ->
                    PluginKind.ofKey(used.getKey()).stream()
                        .flatMap(
                            kind ->
                                assignments(kind, name(used.getValue()), kind.key() + ".", begun)));
    return Stream.concat(Stream.of("localSteps="), options);
  }

  /** Option names with an equals sign, or, once that is typed, the values that are allowed. */
  private Stream<String> assignments(PluginKind kind, String name, String prefix, String begun) {
    List<OptionDescription> options =
        catalog.find(kind, name).map(PluginDescription::options).orElse(List.of());
    return options.stream()
        .flatMap(
            option -> {
              String key = prefix + option.name() + "=";
              return begun.startsWith(key)
                  ? option.allowed().stream().map(value -> key + value)
                  : Stream.of(key);
            });
  }

  /** Device ids; after a comma, one more. */
  private Stream<String> devices(String begun) {
    String earlier = begun.substring(0, begun.lastIndexOf(',') + 1);
    return runs.only().stream()
        .flatMap(run -> run.devices().stream())
        .map(DeviceStatus::id)
        .map(id -> earlier + id);
  }

  private static String name(String plugin) {
    return plugin.split(" ", 2)[0];
  }

  private static String key(String assignment) {
    return assignment.substring(0, assignment.indexOf('=') + 1);
  }
}
