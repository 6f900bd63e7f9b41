package org.limbeck.datasets.catalog;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files that may be compressed. */
public final class DataFiles {
  private static final int BUFFER = 1 << 16;

  /** Deflate makes at most so many bytes of one. */
  private static final int DEFLATE_RATIO = 1032;

  private DataFiles() {}

  /**
   * Returns a file of a folder by its name, or by its name and {@code .gz}; empty if neither. The
   * files of IDX are also found as some programs unpack them: {@code .idx3-ubyte} for {@code
   * -idx3-ubyte}.
   */
  public static Optional<Path> find(Path folder, String name) {
    String unpacked = name.replaceFirst("-(idx[1-4]-ubyte)$", ".$1");
    return Stream.of(name, name + ".gz", unpacked, unpacked + ".gz")
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Opens a file; one that ends in {@code .gz} is decompressed. */
  public static InputStream open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    try {
      return file.toString().endsWith(".gz")
          ? new GZIPInputStream(raw, BUFFER)
          : new BufferedInputStream(raw, BUFFER);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * Returns how many bytes may come out of a file when it is read, by its size: of a compressed
   * one, what gzip can make of so many bytes at the most.
   */
  public static long mostBytes(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Long.MAX_VALUE;
    }
    long size = Files.size(file);
    return file.toString().endsWith(".gz") ? size * DEFLATE_RATIO : size;
  }

  /** Returns the exception that says which file cannot be read, and why. */
  public static IllegalArgumentException unreadable(Path file, IOException e) {
    String reason = e.getMessage();
    if (e instanceof EOFException) {
      reason = "the file ends too early";
    } else if (e instanceof NoSuchFileException) {
      reason = "there is no such file";
    } else if (e instanceof ZipException && file.toString().endsWith(".gz")) {
      reason =
          "it is not compressed by gzip, or damaged ("
              + reason
              + "); fetch it anew, or name it without .gz";
    } else if (e instanceof AccessDeniedException) {
      reason = "it may not be read by this user";
    }
    return new IllegalArgumentException(file + ": " + reason, e);
  }
}
