package org.limbeck.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.api.protection.FileProtection;

/**
 * The folder in which one framework keeps its state while it runs. A process that is killed leaves
 * its own; the next one, which finds that nobody holds its lock, removes it.
 *
 * @param folder the folder, of this process alone
 * @param lock is held while the process runs, however that ends
 */
record Storage(Path folder, FileChannel lock) {
  private static final String PREFIX = "limbeck-";
  private static final String LOCK = ".lock";

  private static final FileVisitor<Path> REMOVAL =
      new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          deleteQuietly(file);
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
          if (e instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
          }
          throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException e)
            throws IOException {
          if (e != null && !(e instanceof NoSuchFileException)) {
            throw e;
          }
          deleteQuietly(directory);
          return FileVisitResult.CONTINUE;
        }
      };

  /** Makes one among other temporary files, and removes what killed processes left there. */
  static Storage create() {
    return create(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Makes one in a folder, and removes what killed processes left there. */
  static Storage create(Path parent) {
    try {
      removeAbandoned(parent);
      Path folder = Files.createTempDirectory(parent, PREFIX);
      return new Storage(folder, hold(folder));
    } catch (IOException e) {
      throw new LaunchException("cannot create a temporary folder: " + e.getMessage(), e);
    }
  }

  /** The lock is there only once it is held: others take one that is not for abandoned. */
  private static FileChannel hold(Path folder) throws IOException {
    Path making = folder.resolve(LOCK + ".tmp");
    FileChannel channel =
        FileChannel.open(making, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.lock();
    Files.move(making, folder.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
    return channel;
  }

  /** Others could let a folder of theirs lead anywhere while it is removed: they are left alone. */
  private static void removeAbandoned(Path parent) throws IOException {
    FileProtection protection = FileProtection.ofThisProcess();
    for (Path folder : formerOnes(parent)) {
      try {
        if (protection.writableByOthers(folder.resolve(LOCK)).isEmpty() && isAbandoned(folder)) {
          delete(folder);
        }
      } catch (IOException | OverlappingFileLockException e) {
        // It is another's, goes at this moment, or has no lock.
      }
    }
  }

  private static List<Path> formerOnes(Path parent) {
    try (Stream<Path> files = Files.list(parent)) {
      return files.filter(file -> file.getFileName().toString().startsWith(PREFIX)).toList();
    } catch (IOException mayNotBeListed) {
      return List.of();
    }
  }

  private static boolean isAbandoned(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    }
  }

  /** Removes the folder as far as it can be removed: what is left is temporary anyway. */
  void delete() {
    try {
      lock.close();
    } catch (IOException e) {
      // The system lets go of it when the process ends.
    }
    delete(folder);
  }

  /** Another process that takes the folder for abandoned may remove it at the same time. */
  private static void delete(Path folder) {
    try {
      Files.walkFileTree(folder, REMOVAL);
    } catch (IOException e) {
      System.err.println("limbeck: could not remove " + folder);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
