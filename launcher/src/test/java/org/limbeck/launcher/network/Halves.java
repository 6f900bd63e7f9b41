package org.limbeck.launcher.network;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.itests.broker.Mosquitto;
import org.limbeck.launcher.process.Shell;

/**
 * Two network namespaces with a line between them that can be cut, so that packets vanish without a
 * word. Parts of the devices 0 to 3 are on the left, the others on the right. Either each side has
 * a broker, and the two are bridged, or there is one, on the left. Needs root and {@code ip}.
 */
final class Halves implements Scene {
  private static final int PORT = 1883;
  private static final String LEFT_ADDRESS = "10.213.0.1";
  private static final String RIGHT_ADDRESS = "10.213.0.2";

  private final String left = "limbeck-left-" + ProcessHandle.current().pid();
  private final String right = "limbeck-right-" + ProcessHandle.current().pid();
  private final boolean bridged;
  private final List<Process> brokers = new ArrayList<>();

  private Halves(boolean bridged) {
    this.bridged = bridged;
  }

  /** Halves that go on among themselves when they are cut. */
  static Halves withABrokerEach(Path folder) throws IOException, InterruptedException {
    return new Halves(true).open(folder);
  }

  /** Halves of which one reaches nobody when they are cut, not even itself. */
  static Halves withOneBroker(Path folder) throws IOException, InterruptedException {
    return new Halves(false).open(folder);
  }

  private Halves open(Path folder) throws IOException, InterruptedException {
    Mosquitto.requireInstalled();
    assumeTrue(isRoot(), "namespaces of the network need root");
    assumeTrue(run("netns", "add", left), "there are no namespaces of the network");
    try {
      require("netns", "add", right);
      require("-n", left, "link", "add", "line", "type", "veth", "peer", "line", "netns", right);
      raise(left, LEFT_ADDRESS);
      raise(right, RIGHT_ADDRESS);
      broker(left, folder.resolve("left"), List.of());
      if (bridged) {
        broker(
            right,
            folder.resolve("right"),
            List.of(
                "connection halves",
                "address " + LEFT_ADDRESS + ":" + PORT,
                "bridge_protocol_version mqttv50",
                "cleansession false",
                "notifications false",
                "keepalive_interval 5",
                "restart_timeout 1",
                "topic limbeck/# both 1"));
      }
      return this;
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static void raise(String side, String address) throws IOException, InterruptedException {
    require("-n", side, "link", "set", "lo", "up");
    require("-n", side, "addr", "add", address + "/24", "dev", "line");
    require("-n", side, "link", "set", "line", "up");
  }

  /** As brokers come: beyond 1,000 messages that wait for someone, they drop what comes. */
  private void broker(String side, Path folder, List<String> options) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("mosquitto.conf");
    Files.write(
        file,
        Stream.concat(
                Stream.of("listener " + PORT, "user root", "allow_anonymous true"),
                options.stream())
            .toList());
    List<String> command = new ArrayList<>(in(side));
    command.addAll(List.of(Mosquitto.binary().orElseThrow().toString(), "-c", file.toString()));
    brokers.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start());
  }

  @Override
  public String broker(String part) {
    return "mqtt://" + (isLeft(part) || bridged ? "127.0.0.1" : LEFT_ADDRESS) + ":" + PORT;
  }

  @Override
  public Shell shell(Shell shell, String part) {
    return shell.under(in(isLeft(part) ? left : right));
  }

  @Override
  public List<String> arguments() {
    return List.of("--set=transport.network=halves");
  }

  @Override
  public void strike() throws IOException, InterruptedException {
    require("-n", left, "link", "set", "line", "down");
  }

  @Override
  public void heal() throws IOException, InterruptedException {
    require("-n", left, "link", "set", "line", "up");
  }

  /** Namespaces go when nobody is in them any more. */
  @Override
  public void close() {
    brokers.forEach(broker -> broker.destroyForcibly().onExit().join());
    try {
      run("netns", "del", left);
      run("netns", "del", right);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isLeft(String part) {
    return part.compareTo("4") < 0;
  }

  private static List<String> in(String side) {
    return List.of("ip", "netns", "exec", side);
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void require(String... arguments) throws IOException, InterruptedException {
    if (!run(arguments)) {
      throw new IOException("ip " + String.join(" ", arguments) + " has failed");
    }
  }

  private static boolean run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return false;
    }
    process.getInputStream().transferTo(System.err);
    return process.waitFor() == 0;
  }
}
