package org.limbeck.deploy.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.protection.FileProtection;

@DisabledOnOs(OS.WINDOWS)
class PluginJarFolderTest {
  private static final int STRANGER = 54_321;

  @TempDir private Path folder;

  @Test
  void aFolderOfItsOwnerIsGood() throws IOException {
    put("one.jar");
    for (String good : new String[] {"rwx------", "rwxr-xr-x", "rwxr-x--x"}) {
      permit(good);
      assertThat(jars().refusal()).as(good).isEmpty();
    }
  }

  @Test
  void aFolderThatOthersMayWriteIntoIsRefused() throws IOException {
    put("one.jar");
    for (String bad : new String[] {"rwxrwxr-x", "rwxr-xrwx", "rwx-w----"}) {
      permit(bad);
      assertThat(jars().refusal())
          .as(bad)
          .contains(
              folder
                  + " may be changed by others: its mode is "
                  + bad
                  + "; do: chmod go-w "
                  + folder);
    }
  }

  @Test
  void anEmptyFolderDoesNoHarm() throws IOException {
    put("readme.txt");
    put(".hidden.jar");
    permit("rwxrwxrwx");
    assertThat(jars().refusal()).isEmpty();
    assertThat(new PluginJarFolder(Optional.empty(), protection()).refusal()).isEmpty();
    Path nowhere = folder.resolve("nowhere");
    assertThat(new PluginJarFolder(Optional.of(nowhere), protection()).refusal()).isEmpty();
  }

  @Test
  void aFolderOfSomebodyElseIsRefused() throws IOException {
    assumeRoot();
    put("one.jar");
    Files.setAttribute(folder, "unix:uid", STRANGER);
    assertThat(jars().refusal())
        .get()
        .asString()
        .startsWith(folder + " may be changed by others: it belongs to ");
  }

  @Test
  void aFolderBelowOneThatOthersMayChangeIsRefused() throws IOException {
    Path below = Files.createDirectory(folder.resolve("plugins"));
    Files.writeString(below.resolve("one.jar"), "one");
    permit("rwxrwxrwx");
    assertThat(new PluginJarFolder(Optional.of(below), protection()).refusal())
        .get()
        .asString()
        .startsWith(folder + " may be changed by others: its mode is rwxrwxrwx");
  }

  @Test
  void aJarThatOthersMayChangeIsRefused() throws IOException {
    put("one.jar");
    Path jar = folder.resolve("one.jar");
    assertThat(jars().refusal(jar)).isEmpty();
    Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(jars().refusal()).as("the others may be good").isEmpty();
    assertThat(jars().refusal(jar)).get().asString().contains("do: chmod go-w " + jar);
  }

  @Test
  void aLinkToAJarThatOthersMayChangeIsRefused(@TempDir Path elsewhere) throws IOException {
    Path target = Files.writeString(elsewhere.resolve("two"), "two");
    Path link = Files.createSymbolicLink(folder.resolve("two.jar"), target);
    assertThat(jars().refusal(link)).isEmpty();
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(jars().refusal(link)).get().asString().contains("do: chmod go-w ", "two");
  }

  @Test
  void aJarOfSomebodyElseIsRefused() throws IOException {
    assumeRoot();
    put("one.jar");
    Path jar = folder.resolve("one.jar");
    Files.setAttribute(jar, "unix:uid", STRANGER);
    assertThat(jars().refusal(jar)).get().asString().contains("it belongs to ");
  }

  /** Only root can give files to others. */
  private void assumeRoot() throws IOException {
    assumeThat(Files.getAttribute(folder, "unix:uid")).isEqualTo(0);
  }

  private static FileProtection protection() throws IOException {
    return FileProtection.ofThisProcess();
  }

  @Test
  void findsJarsAndTheirChanges() throws IOException {
    put("one.jar");
    put(".two.jar");
    put("three.part");
    assertThat(jars().stamps()).containsOnlyKeys(folder.resolve("one.jar"));
    String before = jars().stamps().get(folder.resolve("one.jar"));
    Files.writeString(folder.resolve("one.jar"), "longer than before");
    assertThat(jars().stamps().get(folder.resolve("one.jar"))).isNotEqualTo(before);
  }

  private PluginJarFolder jars() throws IOException {
    return new PluginJarFolder(Optional.of(folder), protection());
  }

  private void put(String name) throws IOException {
    Files.writeString(folder.resolve(name), name);
  }

  private void permit(String permissions) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
  }
}
