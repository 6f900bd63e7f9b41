package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.ConsoleProcess;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Shell;

/** The web console of a process that runs an experiment. */
class WebConsoleIT {
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir private Path folder;

  @Test
  void answersThoseWhoKnowThePasswordOnThisMachineOnly() throws Exception {
    try (ConsoleProcess console = ConsoleProcess.start(folder, bundle -> true, "--web-console")) {
      String password = console.password();

      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(console.passwordFile())))
          .isEqualTo("rw-------");
      assertThat(password).hasSizeGreaterThan(20);
      assertThat(console.err()).doesNotContain(password);
      assertThat(console.send(console.request("/bundles", null)).statusCode()).isEqualTo(401);
      assertThat(console.send(console.request("/bundles", "admin")).statusCode()).isEqualTo(401);
      HttpResponse<String> bundles = console.get("/bundles");
      assertThat(bundles.statusCode()).isEqualTo(200);
      assertThat(bundles.body()).contains("org.limbeck.engine");
      assertThat(otherAddresses()).noneMatch(other -> connects(other, console.port()));
    }
  }

  @Test
  void takesChangesFromItsOwnPagesOnly() throws Exception {
    try (ConsoleProcess console = ConsoleProcess.start(folder, bundle -> true, "--web-console")) {
      String own = "http://127.0.0.1:" + console.port();

      assertThat(change(console, own, FORM)).isEqualTo(200);
      assertThat(change(console, "http://127.0.0.1:1", FORM)).isEqualTo(403);
      assertThat(change(console, null, FORM)).isEqualTo(403);
      assertThat(change(console, own, "multipart/form-data; boundary=x")).isEqualTo(403);
    }
  }

  @Test
  void isNotThereUnlessAskedFor() throws Exception {
    Path home = DistributionCopy.small(folder.resolve("limbeck"));
    Shell shell = new Shell(folder, home).quick();

    assertThat(shell.run("--version").exitCode()).isZero();
    assertThat(home.resolve("etc/web-console.password")).doesNotExist();

    Shell.Result wrong = shell.run("--web-console=many", "--version");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("0 to 65535", "many");
  }

  /** Asks for the state of all packages anew, which starts and stops nothing. */
  private static int change(ConsoleProcess console, String origin, String type) throws Exception {
    HttpRequest.Builder request =
        console
            .request("/bundles", console.password())
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString("action=refreshPackages"));
    if (origin != null) {
      request.header("Origin", origin);
    }
    return console.send(request).statusCode();
  }

  private static List<InetAddress> otherAddresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }

  private static boolean connects(InetAddress address, int port) {
    try (Socket socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
