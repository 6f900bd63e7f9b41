package org.limbeck.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.algorithm.Training;
import org.limbeck.experiment.DeviceSetup;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.Problem;
import org.limbeck.experiment.keys.KeyFolder;

class DeviceFileReaderTest {
  private static final String MINIMAL =
      """
      device: kitchen
      network: house
      broker: mqtt://localhost
      data: {name: files, path: rows/kitchen}
      reference: {name: files, path: /public}
      architecture: mlp
      """;

  private final FakeCatalog catalog = new FakeCatalog();
  private final DeviceFileReader reader = new DeviceFileReader(catalog, catalog);
  @TempDir private Path folder;

  @Test
  void fillsInWhatIsNotSaid() throws IOException {
    DeviceSetup setup = read(MINIMAL);
    assertThat(setup.id()).isEqualTo("kitchen");
    assertThat(setup.neighbours()).isEmpty();
    assertThat(setup.folder()).isEqualTo(folder.resolve("device-kitchen"));
    assertThat(setup.pause()).isEqualTo(Duration.ofMillis(100));
    assertThat(setup.timeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(setup.keys()).isEmpty();
    Experiment experiment = setup.experiment();
    assertThat(experiment.deviceIds()).containsExactly("kitchen");
    assertThat(experiment.rounds()).isEqualTo(DeviceSetup.ENDLESS);
    assertThat(experiment.pace()).isEqualTo(ExecutionMode.ASYNCHRONOUS);
    assertThat(experiment.baseline()).isEmpty();
    assertThat(experiment.training()).isEqualTo(new Training(1, 32));
    assertThat(experiment.plugin(PluginKind.TOPOLOGY).name()).isEqualTo("complete");
    assertThat(experiment.plugin(PluginKind.TRANSPORT).name()).isEqualTo("mqtt");
    assertThat(experiment.plugin(PluginKind.TRANSPORT).options())
        .containsEntry("broker", "mqtt://localhost")
        .containsEntry("network", "house");
  }

  @Test
  void placesFilesBesideItself() throws IOException {
    DeviceSetup setup = read(MINIMAL + "folder: ../state\n");
    assertThat(setup.folder()).isEqualTo(folder.resolveSibling("state"));
    assertThat(setup.experiment().plugin(PluginKind.DATA).options())
        .containsEntry("path", folder.resolve("rows/kitchen").toString());
    assertThat(setup.experiment().plugin(PluginKind.REFERENCE).options())
        .containsEntry("path", "/public");
  }

  @Test
  void takesNeighboursOrATopology() throws IOException {
    DeviceSetup named = read(MINIMAL + "neighbours: [hall, attic]\n");
    assertThat(named.neighbours()).containsExactly("hall", "attic");
    DeviceSetup chosen = read(MINIMAL + "topology: ring\n");
    assertThat(chosen.neighbours()).isEmpty();
    assertThat(chosen.experiment().plugin(PluginKind.TOPOLOGY).name()).isEqualTo("ring");
  }

  @Test
  void takesAnyTransport() throws IOException {
    String text =
        MINIMAL.replace(
            "broker: mqtt://localhost", "transport: {name: mqtt, broker: mqtts://hub, trust: ca}");
    assertThat(read(text).experiment().plugin(PluginKind.TRANSPORT).options())
        .containsEntry("broker", "mqtts://hub")
        .containsEntry("network", "house")
        .containsEntry("trust", folder.resolve("ca").toString());
    String other = MINIMAL.replace("broker: mqtt://localhost", "transport: in-process");
    assertThat(read(other).experiment().plugin(PluginKind.TRANSPORT).options()).isEmpty();
  }

  @Test
  void readsKeys() throws IOException {
    new KeyFolder(folder.resolve("keys")).create(List.of("kitchen", "hall"));
    assertThat(read(MINIMAL + "keys: keys\n").keys().orElseThrow().keys().keySet())
        .containsExactly("hall", "kitchen");
  }

  @Test
  void readsThatThereAreNoKeys() throws IOException {
    assertThat(read(MINIMAL).unsigned()).isFalse();
    DeviceSetup without = read(MINIMAL + "keys: none\n");
    assertThat(without.unsigned()).isTrue();
    assertThat(without.keys()).isEmpty();
    new KeyFolder(folder.resolve("none")).create(List.of("kitchen"));
    DeviceSetup with = read(MINIMAL + "keys: ./none\n");
    assertThat(with.unsigned()).isFalse();
    assertThat(with.keys()).isPresent();
  }

  @Test
  void saysWhatIsWrongWithKeys() throws IOException {
    Path keys = folder.resolve("keys");
    String origin = file() + ":7: keys: ";
    assertThat(problems(MINIMAL + "keys: keys\n"))
        .containsExactly(
            origin + keys + ": there is no such folder; 'limbeck keys create NAME' makes one");
    new KeyFolder(keys).create(List.of("hall"));
    assertThat(problems(MINIMAL + "keys: keys\n"))
        .containsExactly(
            origin
                + keys
                + ": there is no private key of kitchen to sign with; 'limbeck keys create kitchen'"
                + " makes one");
    new KeyFolder(keys).create(List.of("kitchen"));
    Path secret = keys.resolve("kitchen.key");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(problems(MINIMAL + "keys: keys\n"))
        .singleElement()
        .asString()
        .startsWith(origin + keys + ": " + secret + " may be read by others");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          neighbours: hall              | 7: neighbours: a list of ids of devices belongs here: [hall, attic]
          neighbours: []                | 7: neighbours: a list of ids of devices belongs here: [hall, attic]
          neighbours: [hall, kitchen]   | 7: neighbours.1: the id of another device belongs here, not the text 'kitchen'
          neighbours: [Hall]            | 7: neighbours.0: the id of another device belongs here, not the text 'Hall'
          topology: rign                | 7: topology: there is no topology 'rign'; did you mean 'ring'? allowed: complete, edges, ring
          transport: mqtt               | 3: broker: there is a transport too, which says where devices meet: leave out one
          pause: -1                     | 7: pause: a whole number from 0 to 3600000 belongs here, not -1
          patience: soon                | 7: patience: a whole number from 0 to 31536000 belongs here, not the text 'soon'
          folder: [here]                | 7: folder: a text belongs here, not a list
          batch: 0                      | 7: batch: a whole number from 1 to 2147483647 belongs here, not 0
          neighbors: [hall]             | 7: neighbors: 'neighbors' is no key of a device; did you mean 'neighbours'?
          devices: [{architecture: mlp}] | 7: devices: 'devices' is no key of a device; did you mean 'device'?
          """)
  void namesFileLineAndKey(String line, String problem) throws IOException {
    assertThat(problems(MINIMAL + line + "\n"))
        .singleElement()
        .asString()
        .startsWith(file() + ":" + problem);
  }

  @Test
  void refusesNeighboursBesideATopology() throws IOException {
    assertThat(problems(MINIMAL + "neighbours: [hall]\ntopology: ring\n"))
        .singleElement()
        .asString()
        .startsWith(file() + ":8: topology: the neighbours are named, so that no topology");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          device       | the id of this device, which no other in its network has
          network      | what all devices that learn together share
          broker       | where the devices meet, such as mqtts://broker.example:8883
          architecture | the model of this device, such as mlp
          data         | the name of a plug-in, such as digits
          """)
  void saysWhatIsMissing(String key, String purpose) throws IOException {
    assertThat(problems(MINIMAL.replaceFirst("(?m)^" + key + ": .*\n", "")))
        .singleElement()
        .asString()
        .startsWith(file() + ":1: " + key + ": this key is missing: " + purpose);
  }

  @Test
  void refusesNamesThatAreNoIds() throws IOException {
    assertThat(problems(MINIMAL.replace("device: kitchen", "device: My Kitchen")))
        .singleElement()
        .asString()
        .startsWith(file() + ":1: device: ")
        .contains("My Kitchen");
  }

  @Test
  void tellsAllThatIsWrongAtOnce() throws IOException {
    assertThat(problems(MINIMAL + "pause: long\nkeys: nowhere\nneighbours: []\n")).hasSize(3);
  }

  @Test
  void passwordsInAddressesAreRefusedAndNotEchoed() throws IOException {
    String address = "mqtt://me:hunter2@hub";
    assertThat(problems(MINIMAL.replace("mqtt://localhost", address)))
        .singleElement()
        .asString()
        .startsWith(file() + ":3: broker: an address with a password does not belong here");
    Files.writeString(file(), MINIMAL);
    for (String setting : List.of("broker=" + address, "broker=[" + address + "]")) {
      assertThatThrownBy(() -> reader.read(file(), List.of(setting)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("--set broker=")
          .hasMessageContaining("…@hub")
          .message()
          .doesNotContain("hunter2");
    }
  }

  private Path file() {
    return folder.resolve("kitchen.yaml");
  }

  private DeviceSetup read(String text) throws IOException {
    return reader.read(Files.writeString(file(), text), List.of());
  }

  private List<String> problems(String text) throws IOException {
    Files.writeString(file(), text);
    return catchThrowableOfType(InvalidInputException.class, () -> reader.read(file(), List.of()))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }
}
