package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.ConsoleProcess;
import org.limbeck.launcher.process.Jars;

/** A page of another port of this machine, in a browser that is logged in at the web console. */
class WebConsoleAttackIT {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final String ATTACK = "org.example.attack";
  private static final String PAGE =
      """
      <form id="form" method="post" enctype="multipart/form-data" action="CONSOLE/bundles"
          target="answer">
        <input type="hidden" name="action" value="install">
        <input type="hidden" name="bundlestart" value="start">
        <input type="file" id="file" name="bundlefile">
      </form>
      <iframe id="answer" name="answer"></iframe>
      <script>
        const jar = Uint8Array.from(atob("JAR"), c => c.charCodeAt(0));
        const files = new DataTransfer();
        files.items.add(new File([jar], "attack.jar"));
        document.getElementById("file").files = files.files;
        window.open("LOGIN/bundles");
        setTimeout(() => {
          document.getElementById("answer").onload = () => fetch("/done");
          document.getElementById("form").submit();
        }, 3000);
      </script>
      """;

  @TempDir private Path folder;

  @BeforeEach
  void needsABrowser() {
    assumeTrue(Files.isExecutable(BROWSER), "Chromium is not installed");
  }

  @Test
  void installsNothing() throws Exception {
    assertThat(bundlesAfterTheAttack(bundle -> true, "--web-console")).doesNotContain(ATTACK);
  }

  @Test
  void installsNothingWhereUploadsAreOn() throws Exception {
    assertThat(bundlesAfterTheAttack(bundle -> true, "--web-console=uploads"))
        .doesNotContain(ATTACK);
  }

  /** Shows that the page does what it means to, were it not kept away. */
  @Test
  void installsAJarWhereNothingStandsBeforeTheConsole() throws Exception {
    assertThat(
            bundlesAfterTheAttack(
                bundle -> !bundle.startsWith("org.limbeck.webconsole"), "--web-console"))
        .contains(ATTACK);
  }

  private String bundlesAfterTheAttack(Predicate<String> kept, String flag) throws Exception {
    try (ConsoleProcess console = ConsoleProcess.start(folder, kept, flag)) {
      attack(console);
      return console.get("/bundles.json").body();
    }
  }

  private void attack(ConsoleProcess console) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page = page(console).getBytes(StandardCharsets.UTF_8);
    server.createContext("/", exchange -> answer(exchange, page));
    server.createContext(
        "/done",
        exchange -> {
          answer(exchange, new byte[0]);
          done.countDown();
        });
    server.start();
    Process browser = browser("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    try {
      assertThat(done.await(2, TimeUnit.MINUTES)).as("the form was submitted").isTrue();
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly().waitFor();
      server.stop(0);
    }
  }

  private String page(ConsoleProcess console) throws IOException {
    Path jar = folder.resolve("attack.jar");
    Jars.write(jar, Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", ATTACK));
    return PAGE.replace("CONSOLE", console.url())
        .replace("LOGIN", console.urlWithPassword())
        .replace("JAR", Base64.getEncoder().encodeToString(Files.readAllBytes(jar)));
  }

  private Process browser(String url) throws IOException {
    List<String> command =
        List.of(
            BROWSER.toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-popup-blocking",
            "--user-data-dir=" + folder.resolve("profile"),
            url);
    return new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private static void answer(HttpExchange exchange, byte[] page) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(200, page.length == 0 ? -1 : page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }
}
