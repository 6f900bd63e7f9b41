package org.limbeck.cli.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * An archive.
 *
 * @param file where it is
 * @param name its name, which says whether it is a {@code .zip} or a {@code .tar.gz}
 */
record Archive(Path file, String name) {

  /**
   * Unpacks some of its files. Folders in the archive are left out.
   *
   * @param wanted tells by its name whether a file is to be unpacked
   * @param into the folder for them; each appears whole or not at all
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

  private static void extract(InputStream in, Path to) throws IOException {
    Path partial = to.resolveSibling("." + to.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partial, to, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
