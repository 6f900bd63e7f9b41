package org.limbeck.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;

/** The folder that the engine watches, and the jar that tests drop into it. */
final class DropFolder {
  private final Path folder;
  private final Path jar;

  DropFolder(BundleContext context) {
    this.folder = Path.of(context.getProperty("limbeck.plugins"));
    this.jar = Path.of(context.getProperty("limbeck.test.jar"));
  }

  /** Drops the jar as some version of the bundle: to a hidden name first, then moved. */
  void drop(String name, String version) {
    Path hidden = folder.resolve("." + name + ".tmp");
    try {
      Files.createDirectories(folder);
      try (JarInputStream in = new JarInputStream(Files.newInputStream(jar))) {
        Manifest manifest = new Manifest(in.getManifest());
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(hidden), manifest)) {
          for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
            out.putNextEntry(new JarEntry(entry.getName()));
            in.transferTo(out);
            out.closeEntry();
          }
        }
      }
      Files.move(hidden, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes something that is not the jar. */
  void write(String name, byte[] content) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] jarBytes() {
    try (InputStream in = Files.newInputStream(jar)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void clear() {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> delete(file.getFileName().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
