package org.limbeck.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window. */
record Chromium(Path program) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Path WORK = Path.of("target", "browser");

  /** Returns the browser that is installed on this system, if there is one. */
  static Optional<Chromium> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(Path::of)
        .flatMap(folder -> NAMES.stream().map(folder::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Chromium::new);
  }

  /** Loads a page, lets its scripts run, and returns the document that they have made of it. */
  String load(String name, String html) throws IOException, InterruptedException {
    Path work = Files.createDirectories(WORK.resolve(name)).toAbsolutePath();
    Path page = Files.writeString(work.resolve("report.html"), html);
    Path document = work.resolve("document.html");
    Process process =
        new ProcessBuilder(command(work.resolve("profile"), page))
            .redirectOutput(document.toFile())
            .redirectError(work.resolve("errors.txt").toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the browser has ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(document);
  }

  private List<String> command(Path profile, Path page) {
    return Stream.of(
            program.toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,1000",
            "--virtual-time-budget=3000",
            "--user-data-dir=" + profile,
            "--dump-dom",
            page.toUri().toString())
        .toList();
  }
}
