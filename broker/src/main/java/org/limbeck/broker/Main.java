package org.limbeck.broker;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * HiveMQ as a process of its own, at the loopback address, for trying things: it asks nobody who
 * they are, keeps nothing, and ends when its standard input does, which is when the process that
 * started it ends.
 */
public final class Main {
  private static final String CONFIGURATION = "/broker.xml";

  private Main() {}

  /**
   * Runs it. If it cannot start, says why on standard error, and ends with 1.
   *
   * @param arguments the port to listen at, and an empty folder for all files, which is deleted at
   *     the end
   */
  public static void main(String[] arguments) {
    // HiveMQ and its libraries write numbers in the digits of the user's language.
    Locale.setDefault(Locale.ENGLISH);
    int exitCode = 0;
    try {
      serve(arguments[0], Path.of(arguments[1]));
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      exitCode = 1;
    }
    // There is nothing to keep, and HiveMQ would take seconds to end, or not end at all.
    Runtime.getRuntime().halt(exitCode);
  }

  private static void serve(String port, Path folder) throws IOException {
    System.setProperty("logback.configurationFile", "broker-logback.xml");
    try {
      broker(folder, port).start().join();
      System.in.transferTo(OutputStream.nullOutputStream());
    } finally {
      delete(folder);
    }
  }

  private static EmbeddedHiveMQ broker(Path folder, String port) throws IOException {
    Path configuration = Files.createDirectory(folder.resolve("configuration"));
    Files.writeString(configuration.resolve("config.xml"), configuration(port));
    return EmbeddedHiveMQ.builder()
        .withConfigurationFolder(configuration)
        .withDataFolder(Files.createDirectory(folder.resolve("data")))
        .withExtensionsFolder(Files.createDirectory(folder.resolve("extensions")))
        .withoutLoggingBootstrap()
        .build();
  }

  private static String configuration(String port) throws IOException {
    try (InputStream in = Main.class.getResourceAsStream(CONFIGURATION)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("PORT", port);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
