package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebConsoleTest {
  @TempDir private Path folder;

  @Test
  void readsItsFlag() {
    assertThat(WebConsole.of("--web-console")).contains(new WebConsole(0, false));
    assertThat(WebConsole.of("--web-console=8080")).contains(new WebConsole(8080, false));
    assertThat(WebConsole.of("--web-console=uploads")).contains(new WebConsole(0, true));
    assertThat(WebConsole.of("--web-console=80,uploads")).contains(new WebConsole(80, true));
    assertThat(WebConsole.of("run")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--web-console=",
        "--web-console=65536",
        "--web-console=-1",
        "--web-console=8080,upload",
        "--web-console=uploads,uploads",
        "--web-console=80,"
      })
  void refusesWhatIsNoPort(String flag) {
    assertThatThrownBy(() -> WebConsole.of(flag))
        .isInstanceOfSatisfying(LaunchException.class, e -> assertThat(e.exitCode()).isEqualTo(2));
  }

  @Test
  void refusesAPortThatIsTaken() throws IOException {
    WebConsole console;
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      console = new WebConsole(other.getLocalPort(), false);

      assertThatThrownBy(console::requirePort)
          .hasMessageContaining("port " + other.getLocalPort())
          .isInstanceOfSatisfying(
              LaunchException.class, e -> assertThat(e.exitCode()).isEqualTo(2));
    }
    assertThatNoException().isThrownBy(console::requirePort);
  }

  @Test
  void listensOnLoopbackAndKeepsNoPassword() {
    Map<String, String> properties = new WebConsole(0, false).frameworkProperties("secret");

    assertThat(properties)
        .containsEntry("org.apache.felix.http.host", "127.0.0.1")
        .containsEntry("org.limbeck.webconsole.uploads", "false")
        .containsEntry(
            "felix.webconsole.password", "{sha-256}K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=");
  }

  @Test
  void saysWhereItIs() {
    PasswordFile file = new PasswordFile(Path.of("/etc/password"));

    assertThat(WebConsole.announcement(Optional.of("http://127.0.0.1:1/"), file))
        .contains("http://127.0.0.1:1/system/console", "/etc/password");
    assertThat(WebConsole.announcement(Optional.empty(), file)).contains("did not start");
  }

  @Test
  void keepsItsPassword() {
    PasswordFile file = new PasswordFile(folder.resolve("password"));
    String password = file.password();

    assertThat(file.password()).isEqualTo(password);
    assertThat(folder.toFile().list()).containsExactly("password");
    assertThat(new PasswordFile(folder.resolve("other")).password()).isNotEqualTo(password);
  }

  @Test
  void takesNoEmptyPassword() throws IOException {
    PasswordFile file = new PasswordFile(Files.createTempFile(folder, "password", ""));

    assertThatThrownBy(file::password).hasMessageContaining("is empty");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void takesNoPasswordThatOthersMayRead() throws IOException {
    Path place = folder.resolve("password");
    PasswordFile file = new PasswordFile(place);
    file.password();
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(file::password)
        .hasMessageContaining("its mode is rw-r--r--, and rw------- is allowed")
        .isInstanceOfSatisfying(LaunchException.class, e -> assertThat(e.exitCode()).isEqualTo(2));
  }
}
