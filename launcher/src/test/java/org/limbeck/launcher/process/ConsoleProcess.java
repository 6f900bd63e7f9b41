package org.limbeck.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process that runs an experiment without end, with the web console. */
public final class ConsoleProcess implements AutoCloseable {
  private static final Pattern ADDRESS =
      Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/\\S*[^,\\s]");

  private final Path home;
  private final Shell.Running running;
  private final Matcher address;

  private ConsoleProcess(Path home, Shell.Running running) throws Exception {
    this.home = home;
    this.running = running;
    this.address = awaitAddress(running);
  }

  /**
   * Starts one with a distribution of its own.
   *
   * @param folder where to work
   * @param kept which of the console's bundles are kept, by their file names
   * @param flag the flag that asks for the console
   */
  public static ConsoleProcess start(Path folder, Predicate<String> kept, String flag)
      throws Exception {
    Path home = DistributionCopy.small(folder.resolve("limbeck"));
    Path optional = Files.createDirectories(home.resolve("optional/web-console"));
    try (Stream<Path> bundles = Files.list(Shell.DISTRIBUTION.resolve("optional/web-console"))) {
      for (Path bundle : bundles.filter(b -> kept.test(b.getFileName().toString())).toList()) {
        Files.createSymbolicLink(optional.resolve(bundle.getFileName()), bundle);
      }
    }
    Shell shell = new Shell(folder, home).quick();
    return new ConsoleProcess(
        home,
        shell.start(flag, "run", "small.yaml", "--set=rounds=100000000", "--set=baseline=none"));
  }

  /** Returns the console's address. */
  public String url() {
    return address.group();
  }

  /** Returns its port. */
  public int port() {
    return Integer.parseInt(address.group(1));
  }

  /** Returns its address with what one logs in with. */
  public String urlWithPassword() throws IOException {
    return url().replace("http://", "http://admin:" + password() + "@");
  }

  /** Returns the file of its password. */
  public Path passwordFile() {
    return home.resolve("etc/web-console.password");
  }

  /** Returns its password. */
  public String password() throws IOException {
    return Files.readString(passwordFile()).strip();
  }

  /** Returns what it has written to standard error so far. */
  public String err() throws IOException {
    return running.errSoFar();
  }

  /** Asks for a page, logged in. */
  public HttpResponse<String> get(String page) throws Exception {
    return send(request(page, password()).GET());
  }

  /** Begins a request with a password, or without if it is null. */
  public HttpRequest.Builder request(String page, String password) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + page));
    if (password != null) {
      byte[] credentials = ("admin:" + password).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
    return request;
  }

  /** Sends a request. */
  public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Ends the process, and waits for its end unless this thread is interrupted. */
  @Override
  public void close() throws IOException {
    running.process().destroy();
    try {
      running.finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
}
