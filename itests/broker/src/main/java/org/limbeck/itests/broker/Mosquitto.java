package org.limbeck.itests.broker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A broker of its own process on the loopback address. Can be stopped, and started again. */
public final class Mosquitto implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 10_000;

  private final Path folder;
  private final int port;
  private final List<String> options;
  private Process process;

  /** Starts one, or has the test skipped where Mosquitto is not installed. */
  public Mosquitto(Path folder, String... options) throws IOException, InterruptedException {
    requireInstalled();
    this.folder = folder;
    this.options = List.of(options);
    this.port = freePort();
    start();
  }

  /** Has the test skipped where Mosquitto is not installed. */
  public static void requireInstalled() {
    assumeTrue(binary().isPresent(), "mosquitto is not installed");
  }

  /** Returns a port of the loopback address that nobody listens at. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Returns the program, if it is installed. */
  public static Optional<Path> binary() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder, "mosquitto"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Returns the port that it listens at. */
  public int port() {
    return port;
  }

  /** Returns its address, as experiments name it. */
  public String url() {
    return "mqtt://127.0.0.1:" + port;
  }

  /** Starts it again, at the same port; it knows nothing of what was before. */
  public void start() throws IOException, InterruptedException {
    Path file = folder.resolve("mosquitto.conf");
    Files.write(
        file,
        Stream.concat(
                Stream.of(
                    "listener " + port + " 127.0.0.1",
                    "user " + System.getProperty("user.name"),
                    "max_queued_messages 0",
                    "set_tcp_nodelay true",
                    "allow_anonymous true"),
                options.stream())
            .toList());
    process =
        new ProcessBuilder(binary().orElseThrow().toString(), "-c", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    awaitListening();
  }

  private void awaitListening() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (!isListening()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("mosquitto: " + Files.readString(folder.resolve("log")));
      }
      Thread.sleep(10);
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends it as {@code kill -9} does. */
  public void stop() {
    process.destroyForcibly().onExit().join();
  }

  /** Ends it as a service is stopped: it saves what its options say that it keeps. */
  public void shutDown() {
    process.destroy();
    process.onExit().join();
  }

  @Override
  public void close() {
    stop();
  }
}
