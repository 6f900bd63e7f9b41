package org.limbeck.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.example.thirdparty.Wheel;

/**
 * The folder {@code plugins/} of a distribution. What is put there appears whole.
 *
 * @param folder the folder
 */
public record PluginFolder(Path folder) {

  /** Makes a jar at a place. */
  @FunctionalInterface
  public interface Content {
    /** Writes it. */
    void writeTo(Path jar) throws IOException;
  }

  /** Returns the folder of a distribution. */
  public static PluginFolder of(Path distribution) {
    return new PluginFolder(distribution.resolve("plugins"));
  }

  /** The plug-ins of somebody else, as they were built. */
  public static void thirdParty(Path jar) throws IOException {
    Files.copy(built(), jar);
  }

  /** The same with another version. */
  public static Content thirdParty(String version) {
    return jar -> Jars.copy(built(), jar, Map.of("Bundle-Version", version));
  }

  /** As much of them as has been copied half-way through. */
  public static void half(Path jar) throws IOException {
    byte[] whole = Files.readAllBytes(built());
    Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
  }

  /** Puts a jar into the folder; it takes the place of one of that name. */
  public void put(String name, Content content) throws IOException {
    Path temporary = folder.resolve("." + name);
    content.writeTo(temporary);
    Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Puts a bundle with some headers and classes into the folder. */
  public void putBundle(String name, Map<String, String> headers, Class<?>... classes)
      throws IOException {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Bundle-ManifestVersion", "2");
    all.put("Bundle-SymbolicName", "org.example." + name);
    put(name + ".jar", jar -> Jars.write(jar, all, classes));
  }

  /** Takes a jar away. */
  public void remove(String name) throws IOException {
    Files.delete(folder.resolve(name));
  }

  /** Returns the jar that a class is in. */
  public static Path jarOf(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private static Path built() {
    return jarOf(Wheel.class);
  }
}
