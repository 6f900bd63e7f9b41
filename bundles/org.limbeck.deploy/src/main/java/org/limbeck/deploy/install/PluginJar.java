package org.limbeck.deploy.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A jar in the plug-in folder.
 *
 * @param file the file
 * @param stamp changes when the file does
 * @param symbolicName the symbolic name of the bundle; empty if it is none
 * @param version the version of the bundle
 * @param fault why it cannot be installed; empty if it can
 */
record PluginJar(Path file, String stamp, String symbolicName, Version version, String fault) {

  /** Returns what changes when the file does. */
  static String stamp(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return attributes.size()
        + "@"
        + attributes.lastModifiedTime().toMillis()
        + "@"
        + attributes.fileKey();
  }

  static PluginJar inspect(Path file, String stamp, JarSigners signers) {
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
      String name = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
      if (name == null) {
        return broken(
            file,
            stamp,
            "it is no OSGi bundle: its manifest has no Bundle-SymbolicName; build it with bnd");
      }
      Optional<String> refusal = signers.refusal(file);
      if (refusal.isPresent()) {
        return broken(file, stamp, refusal.get());
      }
      Version version = Version.parseVersion(headers.getValue(Constants.BUNDLE_VERSION));
      return new PluginJar(file, stamp, name.split(";", 2)[0].strip(), version, "");
    } catch (IllegalArgumentException e) {
      return broken(file, stamp, "its manifest is wrong: " + e.getMessage());
    } catch (IOException e) {
      return broken(
          file,
          stamp,
          "it cannot be read as a jar ("
              + e.getMessage()
              + "); if it is still being copied, it is taken up when it is complete");
    }
  }

  /** Returns a jar that cannot be installed. */
  static PluginJar broken(Path file, String stamp, String fault) {
    return new PluginJar(file, stamp, "", Version.emptyVersion, fault);
  }

  String name() {
    return String.valueOf(file.getFileName());
  }

  boolean isSound() {
    return fault.isEmpty();
  }
}
