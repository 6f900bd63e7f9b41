package org.limbeck.cli.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.limbeck.api.InputLimits;

/**
 * An archive.
 *
 * @param file where it is
 * @param name its name, which says whether it is a {@code .zip} or a {@code .tar.gz}
 * @param most how many bytes a file in it may have
 */
record Archive(Path file, String name, long most) {
  private static final int BUFFER = 1 << 16;

  Archive(Path file, String name) {
    this(file, name, InputLimits.UNPACKED_BYTES);
  }

  /**
   * Unpacks some of its files. Folders in the archive are left out.
   *
   * @param wanted tells by its name whether a file is to be unpacked
   * @param into the folder for them; each appears whole or not at all
   * @throws IOException if that fails, or one of them is too long
   */
  void unpack(Predicate<String> wanted, Path into) throws IOException {
    try (ArchiveInputStream<?> in = open(new BufferedInputStream(Files.newInputStream(file)))) {
      for (ArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String member = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (!entry.isDirectory() && wanted.test(member)) {
          extract(in, into.resolve(member));
        }
      }
    }
  }

  private ArchiveInputStream<?> open(InputStream raw) throws IOException {
    return name.endsWith(".zip")
        ? new ZipArchiveInputStream(raw)
        : new TarArchiveInputStream(new GZIPInputStream(raw));
  }

  private void extract(InputStream in, Path to) throws IOException {
    Path partial = to.resolveSibling("." + to.getFileName() + "." + ProcessHandle.current().pid());
    try {
      copy(in, partial);
      Files.move(partial, to, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /** What an archive says of the length of a file need not be so. */
  private void copy(InputStream in, Path to) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(to)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > most) {
          throw new IOException(
              String.format(
                  Locale.ROOT, "%s: a file in it has more than %,d bytes unpacked", name, most));
        }
        out.write(buffer, 0, read);
      }
    }
  }
}
