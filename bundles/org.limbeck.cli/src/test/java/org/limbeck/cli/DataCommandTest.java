package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.data.DataCommand;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.datasets.catalog.DataFolders;
import org.limbeck.datasets.catalog.KnownDataset;
import org.limbeck.datasets.catalog.RemoteFile;
import picocli.CommandLine.Help.Ansi;

class DataCommandTest {
  private static final byte[] SHAPES = "circle square".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NAMES = "round angular".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private boolean interactive;
  private FileServer server;
  private Path cache;

  @BeforeEach
  void start() throws IOException {
    server = new FileServer();
    cache = folder.resolve("cache");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void downloadsIntoTheCache() throws IOException {
    KnownDataset dataset =
        dataset(server.serve("shapes.gz", SHAPES), server.serve("names.gz", NAMES));

    assertThat(execute(dataset, "fetch", "toys")).isEqualTo(ExitCode.DONE);

    assertThat(out).hasToString(cache.resolve("toys") + System.lineSeparator());
    assertThat(err.toString().lines()).containsExactly("shapes.gz 13 B", "names.gz 13 B");
    assertThat(cache.resolve("toys/shapes.gz")).hasBinaryContent(SHAPES);
    assertThat(files(cache.resolve("toys"))).containsExactly("names.gz", "shapes.gz");
  }

  @Test
  void downloadsToAnotherFolder() throws IOException {
    KnownDataset dataset = dataset(server.serve("shapes", SHAPES), server.serve("names", NAMES));

    execute(dataset, "fetch", "toys", "--quiet", "--to", folder.resolve("mine").toString());

    assertThat(files(folder.resolve("mine/toys"))).containsExactly("names", "shapes");
    assertThat(err.toString()).isEmpty();
    assertThat(cache).doesNotExist();
  }

  @Test
  void showsABarToAPerson() {
    interactive = true;
    execute(dataset(server.serve("shapes", SHAPES), server.serve("names", NAMES)), "fetch", "toys");
    assertThat(err.toString()).contains("\rnames [" + "#".repeat(30) + "] 13 B of 13 B");
  }

  @Test
  void downloadsNothingTwice() throws IOException {
    KnownDataset dataset = dataset(server.serve("shapes", SHAPES), server.serve("names", NAMES));
    execute(dataset, "fetch", "toys");
    execute(dataset, "fetch", "toys");
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void downloadsNothingThatTheSystemHas() throws IOException {
    Path installed = install();
    assertThat(execute(dataset(server.at("shapes", SHAPES)), "fetch", "toys"))
        .isEqualTo(ExitCode.DONE);
    assertThat(out).hasToString(installed + System.lineSeparator());
    assertThat(cache).doesNotExist();
  }

  @Test
  void unpacksArchives() throws IOException {
    for (RemoteFile archive :
        List.of(server.serve("toys.zip", zip()), server.serve("toys.tar.gz", tarGz()))) {
      Path to = folder.resolve(archive.name());
      assertThat(execute(dataset(archive), "fetch", "toys", "--to", to.toString()))
          .as(err.toString())
          .isEqualTo(ExitCode.DONE);
      assertThat(files(to.resolve("toys"))).containsExactly("names.gz", "shapes");
      assertThat(to.resolve("toys/shapes")).hasBinaryContent(SHAPES);
    }
  }

  @Test
  void saysThatAnArchiveLacksFiles() throws IOException {
    RemoteFile archive = server.serve("toys.zip", zip());
    KnownDataset dataset =
        new KnownDataset(
            "toys", "Toys", "free", Optional.empty(), List.of(archive), List.of("others"));
    assertThat(execute(dataset, "fetch", "toys")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("the archives of toys lack some of its files");
  }

  @Test
  void refusesAWrongChecksum() {
    server.serve("shapes", NAMES);
    RemoteFile shapes = server.at("shapes", SHAPES);

    assertThat(execute(dataset(shapes), "fetch", "toys")).isEqualTo(ExitCode.FAILED);

    assertThat(err.toString())
        .contains(
            shapes.uri() + " has the checksum ",
            ", not "
                + shapes.md5()
                + ": it is damaged, or another file now; by hand: apt install"
                + " toys-data, or put "
                + shapes.uri()
                + " into "
                + cache.resolve("toys"));
    assertThat(cache.resolve("toys")).doesNotExist();
  }

  @Test
  void saysWhenAFileIsNotThere() {
    RemoteFile shapes = server.at("shapes", SHAPES);
    assertThat(execute(dataset(shapes), "fetch", "toys")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .contains("cannot download " + shapes.uri() + ": the server answers 404; by hand: ");
    assertThat(cache.resolve("toys")).doesNotExist();
  }

  @Test
  void saysWhenNobodyAnswers() {
    RemoteFile shapes = server.at("shapes", SHAPES);
    server.close();
    assertThat(execute(dataset(shapes), "fetch", "toys")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .contains("cannot download " + shapes.uri() + ": no connection to 127.0.0.1; by hand: ");
    assertThat(err.toString().lines()).as("one line that says all").hasSize(1);
  }

  @Test
  void keepsNothingOfATransferThatBreaksOff() throws IOException {
    RemoteFile names = server.serve("names", NAMES);
    RemoteFile shapes = server.serve("shapes", SHAPES, 5);

    assertThat(execute(dataset(names, shapes), "fetch", "toys")).isEqualTo(ExitCode.FAILED);

    assertThat(err.toString())
        .contains("cannot download " + shapes.uri() + ": the transfer broke off: ");
    assertThat(files(cache.resolve("toys"))).containsExactly("names");
  }

  @Test
  void printsWhereThingsAre() throws IOException {
    KnownDataset dataset = dataset(server.at("shapes", SHAPES));
    assertThat(execute(dataset, "path")).isEqualTo(ExitCode.DONE);
    assertThat(out).hasToString(cache + System.lineSeparator());

    assertThat(execute(dataset, "path", "toys")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err.toString())
        .contains("run 'limbeck data fetch toys', or 'apt install toys-data'");

    out.getBuffer().setLength(0);
    Path installed = install();
    execute(dataset, "path", "toys", "--json");
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("path").textValue()).isEqualTo(installed.toString());
    assertThat(json.get("name").textValue()).isEqualTo("toys");
  }

  @Test
  void listsDatasets() throws IOException {
    KnownDataset dataset = dataset(server.at("shapes", SHAPES));
    execute(dataset, "list");
    assertThat(out.toString().lines())
        .containsExactly("name  where  what  licence", "toys  -      Toys  free");

    out.getBuffer().setLength(0);
    Path installed = install();
    execute(dataset, "list", "--json");
    JsonNode json = new ObjectMapper().readTree(out.toString()).at("/datasets/0");
    assertThat(json.get("path").textValue()).isEqualTo(installed.toString());
    assertThat(json.get("urls").get(0).textValue()).endsWith("/shapes");
  }

  @Test
  void saysWhichNamesThereAre() {
    assertThat(execute(dataset(server.at("shapes", SHAPES)), "fetch", "toy"))
        .isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err.toString()).contains("There is no dataset 'toy'; choose one of toys");
  }

  private int execute(KnownDataset dataset, String... args) {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Ansi.OFF,
            Ansi.OFF,
            interactive);
    ErrorHandler errors = new ErrorHandler(terminal, () -> false, () -> false);
    DataFolders folders = new DataFolders(cache, List.of(folder.resolve("system")));
    return DataCommand.of(folders, List.of(dataset), terminal)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .execute(args);
  }

  private static KnownDataset dataset(RemoteFile... files) {
    return new KnownDataset(
        "toys",
        "Toys",
        "free",
        Optional.of("toys-data"),
        List.of(files),
        List.of("shapes", "names"));
  }

  private Path install() throws IOException {
    Path installed = Files.createDirectories(folder.resolve("system/toys"));
    Files.write(installed.resolve("shapes"), SHAPES);
    Files.write(installed.resolve("names.gz"), NAMES);
    return installed;
  }

  private static List<String> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("data/"));
      for (String name : List.of("../../shapes", "data/names.gz", "data/readme")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(SHAPES);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tarGz() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (String name : List.of("data/shapes", "/data/names.gz", "data/readme")) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(SHAPES.length);
        tar.putArchiveEntry(entry);
        tar.write(SHAPES);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
