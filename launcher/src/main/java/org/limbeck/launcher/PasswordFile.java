package org.limbeck.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.limbeck.api.protection.FileProtection;

/**
 * A file with a password that only its owner can read.
 *
 * @param file the file, absolute
 */
record PasswordFile(Path file) {
  private static final int BYTES = 24;

  /**
   * Returns the password; makes one at first.
   *
   * @throws LaunchException if there is none to be had, or others may read or change it
   */
  String password() {
    try {
      if (!Files.exists(file)) {
        create();
      }
      Optional<String> fault = FileProtection.ofThisProcess().readableByOthers(file);
      if (fault.isPresent()) {
        throw LaunchException.ofInput("the web console's password is no secret: " + fault.get());
      }
      String password = Files.readString(file).strip();
      if (password.isEmpty()) {
        throw new LaunchException(file + " is empty: remove it, and a new one is made");
      }
      return password;
    } catch (IOException e) {
      throw new LaunchException("cannot keep a password in " + file + ": " + e, e);
    }
  }

  private void create() throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().encodeToString(random);
    Path temporary = Files.createTempFile(file.getParent(), "." + file.getFileName(), "");
    try {
      Files.writeString(temporary, password + System.lineSeparator());
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
