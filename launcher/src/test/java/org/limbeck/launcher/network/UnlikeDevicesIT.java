package org.limbeck.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.itests.broker.Mosquitto;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Shell;

/** Devices of one network that learn different things say so, and go on without each other. */
class UnlikeDevicesIT {
  private final ObjectMapper mapper = new ObjectMapper();
  @TempDir private Path folder;
  private Shell shell;

  @Test
  void goOnWithoutEachOther() throws Exception {
    Path distribution = DistributionCopy.small(folder.resolve("limbeck"));
    shell = new Shell(folder, distribution).quick();
    try (Mosquitto broker = new Mosquitto(folder)) {
      Map<String, Shell.Running> devices = new TreeMap<>();
      for (String name : List.of("kitchen", "hall")) {
        devices.put(name, device(broker, name));
      }
      devices.put("attic", device(broker, "attic", "--set=reference.rows=50"));
      devices.put(
          "cellar",
          device(
              broker,
              "cellar",
              "--set=data={name: synthetic, height: 8, width: 8, classes: 5, rows: 100}"));
      devices.put("shed", device(broker, "shed", "--set=codec=float16"));
      Shell.Running kitchen = devices.get("kitchen");

      kitchen.awaitErr("attic cannot be a neighbour: it has another reference data: ");
      kitchen.awaitErr(
          "cellar cannot be a neighbour: it has another number of classes: 5 there, and 10 here\n");
      kitchen.awaitErr(
          "shed cannot be a neighbour: it has another codec: float16 there, and float32 here\n");
      for (String other : List.of("attic", "cellar", "shed")) {
        devices.get(other).awaitErr("kitchen cannot be a neighbour: it has another ");
        devices.get(other).await(() -> status(other).path("round").longValue() >= 30);
      }
      long round = status("kitchen").get("round").longValue();
      kitchen.await(() -> status("kitchen").get("round").longValue() >= round + 30);

      assertThat(neighbours("kitchen")).containsExactly("hall");
      assertThat(status("kitchen").get("bytesReceived").longValue()).isPositive();
      for (String other : List.of("attic", "cellar", "shed")) {
        assertThat(neighbours(other)).isEmpty();
        assertThat(status(other).get("bytesReceived").longValue()).isZero();
        devices.get(other).interrupt();
        kitchen.awaitErr(other + " has left\n");
      }
      kitchen.kill();
      devices.get("hall").kill();
    }
  }

  private Shell.Running device(Mosquitto broker, String name, String... settings)
      throws IOException {
    Files.write(
        shell.folder().resolve(name + ".yaml"),
        List.of(
            "device: " + name,
            "network: home",
            "broker: " + broker.url(),
            "data: digits",
            "reference: {name: digits, rows: 40}",
            "architecture: softmax",
            "algorithm: {name: distributed-distillation, referenceBatch: 16}",
            "evaluateEvery: 10",
            "pause: 20",
            "folder: " + name));
    List<String> command = new ArrayList<>(List.of("device", name + ".yaml"));
    command.addAll(List.of(settings));
    return shell.start(command.toArray(String[]::new));
  }

  private List<String> neighbours(String device) throws IOException {
    List<String> neighbours = new ArrayList<>();
    status(device).get("neighbours").forEach(neighbour -> neighbours.add(neighbour.asText()));
    return neighbours;
  }

  private JsonNode status(String device) throws IOException {
    Path file = shell.folder().resolve(device).resolve("status.json");
    return Files.exists(file) ? mapper.readTree(file.toFile()) : mapper.createObjectNode();
  }
}
