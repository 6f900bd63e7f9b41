package org.limbeck.transport.mqtt;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * HiveMQ as a process beside this one, at the loopback address, for trying things: anyone on this
 * machine may use it, nothing is kept, and it ends with this process, however that ends, or when
 * all who started it have closed it. All that it writes, with its log, is in a temporary folder
 * that goes when it ends: by this process or, if that is killed, by itself. Safe for use by several
 * threads.
 */
final class EmbeddedBroker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EmbeddedBroker.class.getName());
  private static final String MAIN = "org.limbeck.broker.Main";
  private static final String LOG_FILE = "broker.log";
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final long FAREWELL_SECONDS = 5;

  private final Path libraries;
  private final Path temporary;
  private final int port;
  private Process process;
  private Path folder;
  private int users;

  /**
   * Makes one that does not run yet.
   *
   * @param libraries the folder with its jars
   * @param temporary the folder in which it has its own
   * @param port where it is to listen; 0 for any that is free
   * @throws IllegalArgumentException if it is taken
   */
  EmbeddedBroker(Path libraries, Path temporary, int port) {
    this.libraries = libraries;
    this.temporary = temporary;
    this.port = freePort(port);
  }

  private static int freePort(int wanted) {
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalArgumentException("broker: port " + wanted + " is taken already");
    }
  }

  BrokerAddress address() {
    return new BrokerAddress(false, "127.0.0.1", port);
  }

  /**
   * Starts it, unless it runs already.
   *
   * @throws IllegalStateException if its jars are not there, or it does not start
   */
  synchronized void start() {
    if (users == 0) {
      launch();
    }
    users++;
  }

  private void launch() {
    if (!Files.isDirectory(libraries)) {
      throw new IllegalStateException(
          "broker: embedded is there in the distribution of Limbeck only, in the folder "
              + libraries
              + "; name another broker: mqtt://HOST:1883");
    }
    try {
      launch(freePort(port));
      LOG.log(
          System.Logger.Level.INFO,
          "a broker listens at {0}, its log is {1}",
          address(),
          folder.resolve(LOG_FILE));
    } catch (IOException e) {
      stop();
      throw new IllegalStateException("broker: cannot start HiveMQ: " + e.getMessage());
    }
  }

  private void launch(int free) throws IOException {
    folder = Files.createTempDirectory(temporary, "limbeck-broker");
    Path log = folder.resolve(LOG_FILE);
    process =
        new ProcessBuilder(command(free))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    awaitListening(log);
  }

  /** It goes on at Ctrl-C, at which the process that started it still has something to say. */
  private List<String> command(int free) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Stream<String> shell =
        File.separatorChar == '/'
            ? Stream.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "limbeck-broker")
            : Stream.of();
    Stream<String> flags =
        Runtime.version().feature() < 24
            ? Stream.of()
            : Stream.of(
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    Stream<String> program =
        Stream.of(
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            libraries + "/*",
            MAIN,
            "" + free,
            "" + folder);
    return Stream.of(shell, Stream.of(java), flags, program).flatMap(part -> part).toList();
  }

  private void awaitListening(Path log) throws IOException {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (!isListening()) {
      if (!process.isAlive() || System.nanoTime() - deadline > 0) {
        throw new IOException(Files.readString(log).strip());
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted");
      }
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends it, if nobody else has started it too. */
  @Override
  public synchronized void close() {
    if (users > 0 && --users == 0) {
      stop();
    }
  }

  private void stop() {
    if (process != null) {
      end();
      process = null;
    }
    if (folder != null) {
      delete();
      folder = null;
    }
  }

  private void end() {
    try {
      process.getOutputStream().close();
      if (process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the broker has not heard that it is to end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly().onExit().join();
  }

  private void delete() {
    try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.WARNING, "the broker has left {0}: {1}", folder, e);
    }
  }
}
