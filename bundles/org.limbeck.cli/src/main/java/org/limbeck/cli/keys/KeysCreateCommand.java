package org.limbeck.cli.keys;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.cli.terminal.TextTable;
import org.limbeck.exchange.security.DeviceKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code limbeck keys create}. */
@Command(
    name = "create",
    description =
        "Make an Ed25519 key pair for each device: NAME.key to sign with, NAME.pub to check.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck keys create device-1 device-2 device-3",
      "  limbeck keys create sensor-7 --dir /etc/limbeck/keys",
      "",
      "Keys that are there are never overwritten. Keep NAME.key secret, give NAME.pub",
      "to all others, and let them compare its fingerprint with the one printed here."
    })
final class KeysCreateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "NAME", description = "The devices, by their ids.")
  private List<String> names;

  @Mixin private KeyFolderOption keys;

  KeysCreateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    new TextTable<DeviceKeys>(2)
        .column("device", DeviceKeys::device)
        .column("fingerprint", DeviceKeys::fingerprint)
        .print(keys.folder().create(names), terminal);
    return ExitCode.DONE;
  }
}
