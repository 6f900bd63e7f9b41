package org.limbeck.deploy.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PluginJarFolderTest {
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
              "others than the owner of this folder may put code into it; do: chmod go-w "
                  + folder);
    }
  }

  @Test
  void anEmptyFolderDoesNoHarm() throws IOException {
    put("readme.txt");
    put(".hidden.jar");
    permit("rwxrwxrwx");
    assertThat(jars().refusal()).isEmpty();
    assertThat(new PluginJarFolder(Optional.empty()).refusal()).isEmpty();
    assertThat(new PluginJarFolder(Optional.of(folder.resolve("nowhere"))).refusal()).isEmpty();
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

  private PluginJarFolder jars() {
    return new PluginJarFolder(Optional.of(folder));
  }

  private void put(String name) throws IOException {
    Files.writeString(folder.resolve(name), name);
  }

  private void permit(String permissions) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
  }
}
