package org.limbeck.cli.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.terminal.Json;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.cli.terminal.TextTable;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.experiment.keys.KeyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code limbeck keys list}. */
@Command(
    name = "list",
    description = "List the devices whose keys are here, and which of them can sign from here.",
    footerHeading = "%nExamples:%n",
    footer = {"  limbeck keys list", "  limbeck keys list --dir /etc/limbeck/keys --json"})
final class KeysListCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = KeysCommand.FOLDER,
      description = "The folder that they are in (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(names = "--json", description = "Write JSON to standard output, and nothing else.")
  private boolean json;

  KeysListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    Collection<DeviceKeys> all = new KeyFolder(folder).read().keys().values();
    if (json) {
      List<Map<String, Object>> keys = all.stream().map(KeysListCommand::described).toList();
      terminal.out().println(Json.of(Map.of("keys", keys)));
      return ExitCode.DONE;
    }
    TextTable table = new TextTable(terminal.outColour(), 3);
    table.row(List.of("device", "private key", "fingerprint"));
    for (DeviceKeys keys : all) {
      String here = keys.privateKey().isPresent() ? "yes" : "-";
      table.row(List.of(keys.device(), here, keys.fingerprint()));
    }
    table.print(terminal.out());
    return ExitCode.DONE;
  }

  private static Map<String, Object> described(DeviceKeys keys) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("device", keys.device());
    values.put("privateKey", keys.privateKey().isPresent());
    values.put("fingerprint", keys.fingerprint());
    return values;
  }
}
