package org.limbeck.cli.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.option.JsonOption;
import org.limbeck.cli.terminal.JsonOutput;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.cli.terminal.TextTable;
import org.limbeck.exchange.security.DeviceKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code limbeck keys list}. */
@Command(
    name = "list",
    description = "List the devices whose keys are here, and which of them can sign from here.",
    footerHeading = "%nExamples:%n",
    footer = {"  limbeck keys list", "  limbeck keys list --dir /etc/limbeck/keys --json"})
final class KeysListCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private KeyFolderOption keys;

  @Mixin private JsonOption output;

  KeysListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    Collection<DeviceKeys> all = keys.folder().read().keys().values();
    if (output.json()) {
      List<Map<String, Object>> described = all.stream().map(KeysListCommand::described).toList();
      terminal.out().println(JsonOutput.of(Map.of("keys", described)));
      return ExitCode.DONE;
    }
    TextTable table = new TextTable(terminal.outColour(), 3);
    table.row(List.of("device", "private key", "fingerprint"));
    for (DeviceKeys each : all) {
      String here = each.privateKey().isPresent() ? "yes" : "-";
      table.row(List.of(each.device(), here, each.fingerprint()));
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
