package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.limbeck.launcher.process.Shell;

/** What help and messages name is there. */
class HelpTextsIT {
  private static final Pattern EXAMPLE = Pattern.compile("examples/[\\w*][\\w./*-]*\\w");

  /** {@code limbeck device} makes it. */
  private static final String MADE = "examples/devices/device-kitchen";

  @Test
  void theDistributionHoldsEveryExampleThatItNames() throws IOException {
    TreeSet<String> named = new TreeSet<>();
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(Shell.DISTRIBUTION.resolve("bundles"), "org.limbeck.*.jar")) {
      for (Path jar : jars) {
        named.addAll(examples(jar));
      }
    }
    assertThat(named).contains("examples/quickstart.yaml", MADE);
    named.remove(MADE);

    assertThat(named).allMatch(HelpTextsIT::isThere);
  }

  private static boolean isThere(String example) {
    int name = example.lastIndexOf('/') + 1;
    Path folder = Shell.DISTRIBUTION.resolve(example.substring(0, name));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, example.substring(name))) {
      return files.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns what the strings of all classes name. */
  private static List<String> examples(Path bundle) throws IOException {
    StringBuilder text = new StringBuilder();
    try (JarFile jar = new JarFile(bundle.toFile())) {
      for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        if (entry.getName().startsWith("org/limbeck/")) {
          try (InputStream in = jar.getInputStream(entry)) {
            text.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
          }
        }
      }
    }
    return EXAMPLE.matcher(text).results().map(MatchResult::group).toList();
  }
}
