package org.limbeck.experiment.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * What others than the owner may do with files, as POSIX permissions say it. A file system without
 * them says nothing, and passes.
 */
public final class FilePermissions {
  private static final Set<PosixFilePermission> WRITING =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
  private static final Set<PosixFilePermission> ANY =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private FilePermissions() {}

  /** Returns whether someone else than the owner may change a file or folder. */
  public static boolean isWritableByOthers(Path path) throws IOException {
    return isOpen(path, WRITING);
  }

  /** Returns whether someone else than the owner may do anything with a file or folder. */
  public static boolean isOpenToOthers(Path path) throws IOException {
    return isOpen(path, ANY);
  }

  private static boolean isOpen(Path path, Set<PosixFilePermission> permissions)
      throws IOException {
    return isPosix(path)
        && Files.getPosixFilePermissions(path).stream().anyMatch(permissions::contains);
  }

  /** Returns what lets a new file or folder be its owner's only, from the start. */
  static FileAttribute<?>[] ownerOnly(Path folder, String permissions) {
    return isPosix(folder)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }
}
