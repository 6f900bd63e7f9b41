package org.limbeck.cli.keys;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.option.JsonOption;
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
  public Integer call() {
    Collection<DeviceKeys> all = keys.folder().read().keys().values();
    if (output.json()) {
      terminal.printJson(Map.of("keys", all.stream().map(KeysListCommand::described).toList()));
    } else {
      new TextTable<DeviceKeys>(3)
          .column("device", DeviceKeys::device)
          .column("private key", each -> each.privateKey().isPresent() ? "yes" : "-")
          .column("fingerprint", DeviceKeys::fingerprint)
          .print(all, terminal);
    }
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
