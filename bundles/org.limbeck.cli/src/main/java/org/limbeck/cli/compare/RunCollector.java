package org.limbeck.cli.compare;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.limbeck.api.protection.PrivateFiles;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.report.RunFolder;

/** Copies runs that have ended elsewhere into the folder of a comparison. */
final class RunCollector {
  private final CellRunner runner;

  RunCollector(CellRunner runner) {
    this.runner = runner;
  }

  /**
   * Copies what is not there yet. A run folder is there whole or not at all.
   *
   * @param folders folders of comparisons, of run folders, or run folders
   * @return the runs that have ended neither here nor in any of the folders
   * @throws InvalidInputException if a folder is not there, a run is of another experiment, or one
   *     has begun here and has not ended
   */
  List<Cell> collect(List<Cell> cells, List<Path> folders) throws IOException {
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new InvalidInputException(
            new Origin("--collect", 0, ""), folder + " is not a folder that is there");
      }
    }
    List<Cell> missing = new ArrayList<>();
    for (Cell cell : cells) {
      if (runner.isFinished(cell)) {
        continue;
      }
      Optional<Path> source = find(cell, folders);
      if (source.isEmpty()) {
        missing.add(cell);
      } else {
        runner.requireSame(cell, source.get());
        requireFree(cell);
        copy(source.get(), runner.place(cell));
      }
    }
    return missing;
  }

  private static Optional<Path> find(Cell cell, List<Path> folders) throws IOException {
    for (Path folder : folders) {
      List<Path> places =
          Stream.of(folder.resolve("runs").resolve(cell.folder()), folder.resolve(cell.folder()))
              .toList();
      for (Path place : places) {
        if (CellRunner.isRun(place) && RunFolder.isFinished(place)) {
          return Optional.of(place);
        }
      }
      if (folder.toRealPath().endsWith(cell.folder())
          && CellRunner.isRun(folder)
          && RunFolder.isFinished(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private void requireFree(Cell cell) {
    if (runner.isThere(cell)) {
      throw new InvalidInputException(
          new Origin(runner.place(cell).toString(), 0, ""),
          "this run has begun here and has not ended, and it has ended elsewhere: delete its"
              + " folder, or let it end here, without --collect");
    }
  }

  private static void copy(Path source, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    Files.walkFileTree(source, new Copy(source, temporary));
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Copies a folder, its owner's only, without hidden files and links. */
  private static final class Copy extends SimpleFileVisitor<Path> {
    private final Path source;
    private final Path target;

    Copy(Path source, Path target) {
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
