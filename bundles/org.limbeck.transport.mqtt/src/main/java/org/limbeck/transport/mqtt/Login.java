package org.limbeck.transport.mqtt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A user's name and password at the broker. */
record Login(String user, byte[] password) {

  /**
   * Reads the password from the first line of a file.
   *
   * @throws IllegalArgumentException if one of the two is given without the other, or the file
   *     cannot be read
   */
  static Optional<Login> read(String user, String passwordFile) {
    if (user.isEmpty() != passwordFile.isEmpty()) {
      throw new IllegalArgumentException(
          "user and passwordFile belong together: one is given without the other");
    }
    if (user.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(Path.of(passwordFile));
      String password = lines.isEmpty() ? "" : lines.get(0);
      return Optional.of(new Login(user, password.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new IllegalArgumentException("passwordFile: cannot read " + passwordFile);
    }
  }
}
