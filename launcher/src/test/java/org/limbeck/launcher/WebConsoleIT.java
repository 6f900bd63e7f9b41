package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Shell;

/** The web console of a process that runs an experiment. */
class WebConsoleIT {
  private static final Pattern ADDRESS =
      Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/\\S*[^,\\s]");

  @TempDir private Path folder;

  @Test
  void answersThoseWhoKnowThePasswordOnThisMachineOnly() throws Exception {
    Path home = distribution();
    Shell shell = new Shell(folder, home).quick();
    Shell.Running running =
        shell.start(
            "--web-console", "run", "small.yaml", "--set=rounds=100000000", "--set=baseline=none");
    try {
      Matcher address = awaitAddress(running);
      Path file = home.resolve("etc/web-console.password");
      String password = Files.readString(file).strip();

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(password).hasSizeGreaterThan(20);
      assertThat(running.errSoFar()).doesNotContain(password);
      URI page = URI.create(address.group() + "/bundles");
      assertThat(get(page, null).statusCode()).isEqualTo(401);
      assertThat(get(page, "admin").statusCode()).isEqualTo(401);
      HttpResponse<String> bundles = get(page, password);
      assertThat(bundles.statusCode()).isEqualTo(200);
      assertThat(bundles.body()).contains("org.limbeck.engine");
      assertThat(otherAddresses())
          .noneMatch(other -> connects(other, Integer.parseInt(address.group(1))));
    } finally {
      running.process().destroy();
      running.finish();
    }
  }

  @Test
  void isNotThereUnlessAskedFor() throws Exception {
    Path home = distribution();
    Shell shell = new Shell(folder, home).quick();

    assertThat(shell.run("--version").exitCode()).isZero();
    assertThat(home.resolve("etc/web-console.password")).doesNotExist();

    Shell.Result wrong = shell.run("--web-console=many", "--version");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("0 to 65535", "many");
  }

  private static Matcher awaitAddress(Shell.Running running) throws Exception {
    Matcher address = ADDRESS.matcher(running.errSoFar());
    while (!address.find() && running.process().isAlive()) {
      Thread.sleep(50);
      address = ADDRESS.matcher(running.errSoFar());
    }
    assertThat(address.reset().find()).as(running.errSoFar()).isTrue();
    return address;
  }

  private static HttpResponse<String> get(URI page, String password) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(page);
    if (password != null) {
      byte[] credentials = ("admin:" + password).getBytes(StandardCharsets.UTF_8);
      String encoded = Base64.getEncoder().encodeToString(credentials);
      request.header("Authorization", "Basic " + encoded);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
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

  private Path distribution() throws IOException {
    Path home = DistributionCopy.small(folder.resolve("limbeck"));
    Files.createSymbolicLink(home.resolve("optional"), Shell.DISTRIBUTION.resolve("optional"));
    return home;
  }
}
