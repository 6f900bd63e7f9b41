package org.limbeck.launcher;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

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
   * @throws LaunchException if there is none to be had
   */
  String password() {
    try {
      if (!Files.exists(file)) {
        create();
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
    Path temporary = Files.createTempFile(file.getParent(), "." + file.getFileName(), "", owner());
    try {
      Files.writeString(temporary, password + System.lineSeparator());
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static FileAttribute<?>[] owner() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
