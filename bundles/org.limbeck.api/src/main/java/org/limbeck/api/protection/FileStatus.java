package org.limbeck.api.protection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Whose a file is, and what it lets others do: of a symbolic link, the link itself.
 *
 * @param user the number of the user that it belongs to
 * @param mode its type and permissions, as {@code stat} tells them
 */
record FileStatus(int user, int mode) {
  private static final String VIEW = "unix";
  private static final int ROOT = 0;
  private static final int TYPE = 0170000;
  private static final int SYMBOLIC_LINK = 0120000;
  private static final int FOLDER = 0040000;
  private static final int STICKY = 01000;
  private static final int WRITING = 0022;
  private static final int ANYTHING = 0077;

  /** Where the status of a file is known. */
  @FunctionalInterface
  interface Source {
    /** Returns the status of a file that is there. */
    FileStatus of(Path path) throws IOException;

    /** Returns the name of the user that it belongs to. */
    default String userName(Path path) throws IOException {
      return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
    }
  }

  /** Returns whether the file system of a path knows users and permissions. */
  static boolean isKnown(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains(VIEW);
  }

  static FileStatus of(Path path) throws IOException {
    Map<String, Object> attributes =
        Files.readAttributes(path, VIEW + ":uid,mode", LinkOption.NOFOLLOW_LINKS);
    return new FileStatus((Integer) attributes.get("uid"), (Integer) attributes.get("mode"));
  }

  boolean isSymbolicLink() {
    return (mode & TYPE) == SYMBOLIC_LINK;
  }

  boolean belongsTo(int someone) {
    return user == someone || user == ROOT;
  }

  /** Returns whether others than the owner may take away or change what is in this folder. */
  boolean letsOthersChangeEntries() {
    boolean sticky = (mode & TYPE) == FOLDER && (mode & STICKY) != 0;
    return letsOthersWrite() && !sticky;
  }

  boolean letsOthersWrite() {
    return !isSymbolicLink() && (mode & WRITING) != 0;
  }

  boolean letsOthersDoAnything() {
    return (mode & ANYTHING) != 0;
  }

  /** Returns the permissions as {@code ls} shows them. */
  String permissions() {
    PosixFilePermission[] all = PosixFilePermission.values();
    Set<PosixFilePermission> given = EnumSet.noneOf(PosixFilePermission.class);
    for (int n = 0; n < all.length; n++) {
      if ((mode & (0400 >> n)) != 0) {
        given.add(all[n]);
      }
    }
    return PosixFilePermissions.toString(given);
  }
}
