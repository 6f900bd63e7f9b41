package org.limbeck.cli.inspect;

import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.text.WordUtils;
import org.limbeck.cli.terminal.Styles;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.BrokenJar;
import org.limbeck.experiment.plugin.OptionDescription;
import org.limbeck.experiment.plugin.PluginDescription;
import org.limbeck.experiment.plugin.UnavailablePlugin;
import picocli.CommandLine.Help.Ansi;

/** The plug-ins for people to read, each kind under a heading, wrapped to a width. */
final class PluginListing {
  private static final String INDENT = "  ";

  private final PrintWriter out;
  private final Ansi ansi;
  private final int width;

  PluginListing(PrintWriter out, Ansi ansi, int width) {
    this.out = out;
    this.ansi = ansi;
    this.width = width;
  }

  void print(PluginSelection selection) {
    PluginKind kind = null;
    for (PluginDescription plugin : selection.plugins()) {
      if (plugin.kind() != kind) {
        out.print(kind == null ? "" : System.lineSeparator());
        kind = plugin.kind();
        out.println(Styles.heading(ansi, kind.key()));
      }
      print(plugin);
    }
    List<UnavailablePlugin> unavailable = selection.unavailable();
    if (!unavailable.isEmpty()) {
      out.println();
      out.println(Styles.error(ansi, "not available"));
      unavailable.forEach(this::print);
    }
    List<BrokenJar> broken = selection.broken();
    if (!broken.isEmpty()) {
      out.println();
      out.println(Styles.error(ansi, "left out of plugins/"));
      broken.forEach(jar -> entry(1, jar.file(), jar.reason()));
    }
  }

  private void print(PluginDescription plugin) {
    String from = "(" + plugin.bundle() + " " + plugin.version() + ")";
    entry(1, plugin.name(), (plugin.description() + " " + from).strip());
    for (OptionDescription option : plugin.options()) {
      entry(3, assignment(option) + " (" + type(option) + ")", option.description());
    }
  }

  private void print(UnavailablePlugin plugin) {
    entry(
        1,
        plugin.kind().key() + " " + plugin.name(),
        plugin.reason() + " (" + plugin.bundle() + ")");
  }

  private static String assignment(OptionDescription option) {
    return option.defaultValue().map(value -> option.name() + " = " + value).orElse(option.name());
  }

  private static String type(OptionDescription option) {
    String one = option.allowed().isEmpty() ? option.type() : String.join(" | ", option.allowed());
    String type = option.list() ? "list of " + one : one;
    return option.defaultValue().isPresent() ? type : type + ", required";
  }

  /** Prints a term and what is said about it; lines after the first begin further in. */
  private void entry(int depth, String term, String text) {
    String first = INDENT.repeat(depth);
    String later = System.lineSeparator() + INDENT.repeat(depth + 2);
    int room = width - (depth + 2) * INDENT.length();
    out.println(first + WordUtils.wrap(term + ": " + text, room, later, false));
  }
}
