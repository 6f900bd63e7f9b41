package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.keys.KeysCommand;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.experiment.keys.KeyFolder;
import picocli.CommandLine.Help.Ansi;

class KeysCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void createsKeysAndSaysTheirFingerprints() {
    assertThat(keys("create", "device-2", "device-1")).isEqualTo(ExitCode.DONE);

    assertThat(out.toString().lines())
        .containsExactly(
            "device    fingerprint",
            "device-1  " + fingerprint("device-1"),
            "device-2  " + fingerprint("device-2"));
    assertThat(place().resolve("device-1.key")).exists();
    assertThat(place().resolve("device-2.pub")).exists();
  }

  @Test
  void overwritesNothing() throws IOException {
    keys("create", "device-1");
    byte[] before = Files.readAllBytes(place().resolve("device-1.key"));

    assertThat(keys("create", "device-2", "device-1")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(err.toString()).contains("device-1.key", "never overwritten");
    assertThat(place().resolve("device-1.key")).hasBinaryContent(before);
    assertThat(place().resolve("device-2.key")).doesNotExist();
  }

  @Test
  void refusesNamesThatAreNone() {
    assertThat(keys("create", "Device_1")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err.toString()).contains("'Device_1' is no id of a device");
    assertThat(place()).doesNotExist();
  }

  @Test
  void demandsNames() {
    assertThat(keys("create")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err.toString()).contains("NAME");
  }

  @Test
  void saysWhoCanSignFromHere() throws IOException {
    keys("create", "device-1", "device-2");
    Files.delete(place().resolve("device-2.key"));
    out.getBuffer().setLength(0);

    assertThat(keys("list")).isEqualTo(ExitCode.DONE);

    assertThat(out.toString().lines())
        .containsExactly(
            "device    private key  fingerprint",
            "device-1  yes          " + fingerprint("device-1"),
            "device-2  -            " + fingerprint("device-2"));
  }

  @Test
  void listsAsJson() throws IOException {
    keys("create", "device-1", "device-2");
    Files.delete(place().resolve("device-2.key"));
    out.getBuffer().setLength(0);

    keys("list", "--json");

    JsonNode json = new ObjectMapper().readTree(out.toString()).get("keys");
    assertThat(json).hasSize(2);
    assertThat(json.at("/0/device").textValue()).isEqualTo("device-1");
    assertThat(json.at("/0/privateKey").booleanValue()).isTrue();
    assertThat(json.at("/0/fingerprint").textValue()).isEqualTo(fingerprint("device-1"));
    assertThat(json.at("/1/privateKey").booleanValue()).isFalse();
  }

  @Test
  void saysThatThereIsNoFolder() {
    assertThat(keys("list")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err.toString()).contains("there is no such folder", "limbeck keys create");
  }

  private Path place() {
    return folder.resolve("secret");
  }

  private String fingerprint(String device) {
    return new KeyFolder(place()).read().keys().get(device).fingerprint();
  }

  private int keys(String command, String... args) {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Ansi.OFF,
            Ansi.OFF,
            false);
    ErrorHandler errors = new ErrorHandler(terminal, () -> false, () -> false);
    String[] all = new String[args.length + 3];
    all[0] = command;
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "--dir";
    all[args.length + 2] = place().toString();
    return KeysCommand.of(terminal)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .execute(all);
  }
}
