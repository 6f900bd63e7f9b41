package org.limbeck.launcher.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.launcher.process.Shell;

/**
 * Devices on their own, each a process, which meet at a broker: those of {@code examples/devices},
 * and others made of them. Closed, it kills what still runs.
 */
final class Household implements AutoCloseable {
  private static final Path EXAMPLES = Path.of("../examples/devices");

  /** A comment, and the names of the columns. */
  private static final int HEADER = 2;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Shell shell;
  private final String broker;
  private final Path place;
  private final List<Shell.Running> started = new ArrayList<>();

  /** Copies the examples into the folder of a shell. */
  Household(Shell shell, String broker) throws IOException {
    this.shell = shell;
    this.broker = broker;
    this.place = Files.createDirectory(shell.folder().resolve("devices"));
    for (String device : List.of("kitchen", "hall", "attic")) {
      Path data = Path.of(device, "digits.csv");
      Files.createDirectory(place.resolve(device));
      Files.copy(EXAMPLES.resolve(data), place.resolve(data));
      Files.copy(EXAMPLES.resolve(device + ".yaml"), place.resolve(device + ".yaml"));
    }
    for (String common : List.of("reference.csv", "test.csv", "samples.csv")) {
      Files.copy(EXAMPLES.resolve(common), place.resolve(common));
    }
  }

  /** Makes a device like another one, which has digits of some classes that others have too. */
  void add(String device, String like, String digits) throws IOException {
    String file = Files.readString(file(like));
    assertThat(file).contains("device: " + like, "path: " + like);
    Files.writeString(
        file(device),
        file.replace("device: " + like, "device: " + device)
            .replace("path: " + like, "path: " + device));
    Files.createDirectory(data(device));
    Files.write(data(device).resolve("digits.csv"), digits(digits));
  }

  /** Returns a CSV file of the private rows of all examples that are of some classes. */
  List<String> digits(String classes) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String device : List.of("kitchen", "hall", "attic")) {
      Path file = EXAMPLES.resolve(device).resolve("digits.csv");
      if (lines.isEmpty()) {
        lines.add(Files.readAllLines(file).get(HEADER - 1));
      }
      rows(file).stream().filter(row -> classes.contains(digit(row))).forEach(lines::add);
    }
    return lines;
  }

  /**
   * Returns the share of the test rows that are of digits which a device has seen: alone, it can
   * classify no others right but by chance.
   */
  double seen(String device) throws IOException {
    Set<String> digits = new HashSet<>();
    rows(data(device).resolve("digits.csv")).forEach(row -> digits.add(digit(row)));
    List<String> tested = rows(place.resolve("test.csv"));
    return (double) tested.stream().filter(row -> digits.contains(digit(row))).count()
        / tested.size();
  }

  /** Starts a device that does not pause and is evaluated often. */
  Shell.Running start(String device, String... more) throws IOException {
    List<String> command = new ArrayList<>(List.of("device", file(device).toString()));
    command.addAll(List.of("--set=broker=" + broker, "--set=pause=0", "--set=evaluateEvery=20"));
    command.addAll(List.of(more));
    Shell.Running running = shell.start(command.toArray(String[]::new));
    started.add(running);
    return running;
  }

  /** Classifies the ten samples with what a device has learnt; returns the classes. */
  List<Integer> infer(String device) throws IOException, InterruptedException {
    Shell.Result result =
        shell.run(
            "infer", folder(device).toString(), place.resolve("samples.csv").toString(), "--json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    return mapper.readTree(result.out()).findValues("class").stream()
        .map(JsonNode::intValue)
        .toList();
  }

  /** Returns what a device says of itself; an empty node before it has said anything. */
  JsonNode status(String device) throws IOException {
    Path file = folder(device).resolve("status.json");
    return Files.exists(file) ? mapper.readTree(file.toFile()) : MissingNode.getInstance();
  }

  /** Returns the test accuracy of a device at its last evaluation; 0 before the first. */
  double accuracy(String device) throws IOException {
    return status(device).path("testAccuracy").asDouble();
  }

  /** Returns how many rounds a device has done, as far as it has said. */
  long round(String device) throws IOException {
    return status(device).path("round").asLong();
  }

  /** Returns the neighbours of a device. */
  List<String> neighbours(String device) throws IOException {
    List<String> ids = new ArrayList<>();
    status(device).path("neighbours").forEach(id -> ids.add(id.textValue()));
    return ids;
  }

  /** Returns whether some devices all have some accuracy at least. */
  boolean haveLearnt(Collection<String> devices, double accuracy) throws IOException {
    for (String device : devices) {
      if (accuracy(device) < accuracy) {
        return false;
      }
    }
    return true;
  }

  /** Returns the file of a device. */
  Path file(String device) {
    return place.resolve(device + ".yaml");
  }

  /** Returns the folder of a device's private data. */
  Path data(String device) {
    return place.resolve(device);
  }

  /** Returns the folder that a device keeps its state in. */
  Path folder(String device) {
    return place.resolve("device-" + device);
  }

  @Override
  public void close() {
    for (Shell.Running running : started) {
      running.process().destroyForcibly().onExit().join();
    }
  }

  private static List<String> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(HEADER, lines.size());
  }

  private static String digit(String row) {
    return row.substring(row.lastIndexOf(',') + 1);
  }
}
