package org.limbeck.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Felix' web console, on this machine's loopback address only. Its bundles are installed only where
 * the command line begins with {@code --web-console}.
 *
 * @param port the port; 0 for one that is free
 * @param uploads whether files, such as bundles, may be uploaded through it
 */
record WebConsole(int port, boolean uploads) {
  private static final String FLAG = "--web-console";
  private static final String LOOPBACK = "127.0.0.1";
  private static final String USER = "admin";
  private static final int MAX_PORT = 65_535;

  /**
   * Reads {@code --web-console}, which may have a port or {@code uploads} or both behind it: {@code
   * --web-console=8181,uploads}.
   *
   * @return empty if the argument is something else
   * @throws LaunchException if the port is none
   */
  static Optional<WebConsole> of(String argument) {
    if (argument.equals(FLAG)) {
      return Optional.of(new WebConsole(0, false));
    }
    if (!argument.startsWith(FLAG + "=")) {
      return Optional.empty();
    }
    String value = argument.substring(FLAG.length() + 1);
    List<String> words = new ArrayList<>(List.of(value.split(",", -1)));
    boolean uploads = words.remove("uploads");
    String port = uploads && words.isEmpty() ? "0" : String.join(",", words);
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > MAX_PORT) {
      throw LaunchException.ofInput(
          FLAG
              + " takes a port from 0 to "
              + MAX_PORT
              + ", 'uploads', or both with a comma between them, not '"
              + value
              + "'");
    }
    return Optional.of(new WebConsole(Integer.parseInt(port), uploads));
  }

  /**
   * Looks whether it can have its port, before it fails to in the middle of everything.
   *
   * @throws LaunchException if the port is taken, or not for everybody
   */
  void requirePort() {
    try {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    } catch (IOException e) {
      throw LaunchException.ofInput(
          FLAG
              + " cannot have port "
              + port
              + " ("
              + e.getMessage()
              + "); name another, or none for one that is free");
    }
  }

  /** Its bundles. */
  List<Path> bundles(Distribution distribution) {
    return distribution.optionalBundles("web-console");
  }

  /** Framework properties that keep it to this machine and to those who know the password. */
  Map<String, String> frameworkProperties(String password) {
    return Map.of(
        "org.apache.felix.http.host",
        LOOPBACK,
        "org.osgi.service.http.port",
        Integer.toString(port),
        "felix.webconsole.username",
        USER,
        "felix.webconsole.password",
        "{sha-256}" + sha256(password),
        "org.limbeck.webconsole.uploads",
        Boolean.toString(uploads),
        // its warnings at the end, when the log service has gone, would go to standard output
        "org.apache.felix.eventadmin.LogLevel",
        "1");
  }

  /** The sentence that says where it is, or that it is nowhere. */
  static String announcement(Optional<String> endpoint, PasswordFile password) {
    return endpoint
        .map(
            url ->
                "web console: "
                    + url
                    + "system/console, user "
                    + USER
                    + ", password in "
                    + password.file())
        .orElse("the web console did not start");
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
