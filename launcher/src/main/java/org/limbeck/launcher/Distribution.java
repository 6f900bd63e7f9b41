package org.limbeck.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The folder that a distribution is: {@code lib/}, {@code bundles/}, {@code optional/}, {@code
 * plugins/}, {@code etc/}.
 *
 * @param home the folder, absolute, symbolic links resolved
 * @param version the version of this distribution
 */
record Distribution(Path home, String version) {

  /** The distribution whose {@code lib/} holds the launcher that is running. */
  static Distribution ofLauncher() {
    try {
      Path jar = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      String version = Main.class.getPackage().getImplementationVersion();
      return new Distribution(jar.toRealPath().getParent().getParent(), version);
    } catch (URISyntaxException | IOException e) {
      throw new LaunchException("cannot find the folder that it is installed in: " + e, e);
    }
  }

  /** The bundles to install, in the order of names; those in {@code plugins/} are the engine's. */
  List<Path> bundles() {
    return jars(home.resolve("bundles"));
  }

  /** The bundles of something that is installed only where it is asked for. */
  List<Path> optionalBundles(String name) {
    return jars(home.resolve("optional").resolve(name));
  }

  /** Framework properties: those of {@code etc/}, and what bundles may learn about this folder. */
  Map<String, String> frameworkProperties() {
    Path file = home.resolve("etc/framework.properties");
    Properties fromFile = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      fromFile.load(reader);
    } catch (IOException e) {
      throw new LaunchException("cannot read " + file, e);
    }
    Map<String, String> properties = new HashMap<>();
    fromFile.stringPropertyNames().forEach(key -> properties.put(key, fromFile.getProperty(key)));
    properties.put("limbeck.home", home.toString());
    properties.put("limbeck.version", version);
    properties.putIfAbsent("felix.fileinstall.dir", home.resolve("etc").toString());
    return properties;
  }

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new LaunchException("cannot read the bundles in " + folder, e);
    }
  }
}
