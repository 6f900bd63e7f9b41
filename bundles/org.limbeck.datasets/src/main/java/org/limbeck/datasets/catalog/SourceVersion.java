package org.limbeck.datasets.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What tells whether files are what they were, without reading them: their names, sizes and times.
 */
public final class SourceVersion extends SimpleFileVisitor<Path> {
  private final SortedSet<String> seen = new TreeSet<>();

  private SourceVersion() {}

  /** Returns the version of some files, and of all below some folders but what is hidden. */
  public static String of(Collection<Path> places) {
    SourceVersion version = new SourceVersion();
    for (Path place : places) {
      try {
        Files.walkFileTree(place, version);
      } catch (IOException e) {
        version.seen.add(place + " cannot be listed");
      }
    }
    return sha256(String.join("\n", version.seen));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!isHidden(file)) {
      seen.add(
          String.join(
              "\0",
              file.toString(),
              String.valueOf(attributes.size()),
              String.valueOf(attributes.lastModifiedTime()),
              String.valueOf(attributes.fileKey())));
    }
    return FileVisitResult.CONTINUE;
  }

  /** A file may vanish while it is looked at. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    seen.add(file + " is not there");
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException e) {
    return FileVisitResult.CONTINUE;
  }

  private static boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  private static String sha256(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
