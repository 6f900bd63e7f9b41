package org.limbeck.transport.mqtt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.TextInput;
import org.limbeck.api.protection.FileProtection;

/** A user's name and password at the broker. */
record Login(String user, byte[] password) {

  /**
   * Reads the password from the first line of a file.
   *
   * @throws IllegalArgumentException if one of the two is given without the other, or the file
   *     cannot be read, or others may read or change it
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
      Path file = Path.of(passwordFile);
      Optional<String> fault = FileProtection.ofThisProcess().readableByOthers(file);
      if (fault.isPresent()) {
        throw new IllegalArgumentException("passwordFile: " + fault.get());
      }
      List<String> lines = TextInput.read(Files.newInputStream(file)).lines().toList();
      String password = lines.isEmpty() ? "" : lines.get(0);
      return Optional.of(new Login(user, password.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new IllegalArgumentException("passwordFile: cannot read " + passwordFile);
    }
  }
}
