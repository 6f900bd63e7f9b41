package org.limbeck.api.protection;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes files and folders that are their owner's only from the start, where the file system has
 * POSIX permissions: {@code rw-------} and {@code rwx------}. What is there already keeps its own.
 */
public final class PrivateFiles {
  private static final String FILE = "rw-------";
  private static final String FOLDER = "rwx------";

  private PrivateFiles() {}

  /**
   * Makes a folder.
   *
   * @throws IOException if there is something of its name, or its parent is not there
   */
  public static void createFolder(Path folder) throws IOException {
    Files.createDirectory(folder, only(folder, FOLDER));
  }

  /** Makes a folder and its missing parents, unless it is there. */
  public static void createFolders(Path folder) throws IOException {
    Files.createDirectories(folder, only(folder, FOLDER));
  }

  /** Makes an empty file, unless it is there. */
  public static void createFile(Path file) throws IOException {
    try {
      Files.createFile(file, only(file, FILE));
    } catch (FileAlreadyExistsException e) {
      // It keeps its permissions.
    }
  }

  /** Opens a file to write to, which is made if it is not there, and emptied if it is. */
  public static FileOutputStream newOutputStream(Path file) throws IOException {
    createFile(file);
    return new FileOutputStream(file.toFile());
  }

  private static FileAttribute<?>[] only(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
