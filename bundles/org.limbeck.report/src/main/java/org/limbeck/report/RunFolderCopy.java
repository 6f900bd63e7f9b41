package org.limbeck.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.limbeck.api.protection.PrivateFiles;

/**
 * Copies a run folder, without hidden files and links. The copy is its owner's only, as every run
 * folder is.
 */
public final class RunFolderCopy {
  private RunFolderCopy() {}

  /**
   * Copies a run that has ended. The copy is there whole or not at all.
   *
   * @param target where nothing is, in a folder that is there
   * @throws RunFolderException if it cannot be copied
   */
  public static void copy(Path source, Path target) throws RunFolderException {
    Path temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try {
        Files.walkFileTree(source, new CopyingVisitor(source, temporary));
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        if (Files.exists(temporary)) {
          Folders.deleteContents(temporary);
          Files.delete(temporary);
        }
      }
    } catch (IOException e) {
      throw new RunFolderException(target, e);
    }
  }

  private static final class CopyingVisitor extends SimpleFileVisitor<Path> {
    private final Path source;
    private final Path target;

    CopyingVisitor(Path source, Path target) {
      this.source = source;
      this.target = target;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      PrivateFiles.createFolder(in(folder));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile() && !file.getFileName().toString().startsWith(".")) {
        try (OutputStream out = PrivateFiles.newOutputStream(in(file))) {
          Files.copy(file, out);
        }
      }
      return FileVisitResult.CONTINUE;
    }

    private Path in(Path path) {
      return target.resolve(source.relativize(path));
    }
  }
}
