package org.limbeck.cli.data;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.limbeck.datasets.catalog.KnownDataset;
import org.limbeck.datasets.catalog.RemoteFile;

/** Downloads a dataset into a folder: each file appears whole and checked, or not at all. */
final class Download {
  private static final Duration CONNECT = Duration.ofSeconds(20);

  private final KnownDataset dataset;
  private final Path folder;
  private final Function<String, Transfer> progress;

  /**
   * Prepares a download.
   *
   * @param folder where to put the files; made if it is not there
   * @param progress makes what shows the progress of a file
   */
  Download(KnownDataset dataset, Path folder, Function<String, Transfer> progress) {
    this.dataset = dataset;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Downloads all files.
   *
   * @throws IOException if that fails; the message says how to do without
   */
  void run() throws IOException, InterruptedException {
    HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    Files.createDirectories(folder);
    try {
      for (RemoteFile file : dataset.downloads()) {
        fetch(file, new CheckedDownload(http));
      }
    } finally {
      deleteIfEmpty(folder);
    }
    if (!dataset.isIn(folder)) {
      throw new IOException("the archives of " + dataset.name() + " lack some of its files");
    }
  }

  private void fetch(RemoteFile file, CheckedDownload download)
      throws IOException, InterruptedException {
    Path partial = folder.resolve("." + file.name() + "." + ProcessHandle.current().pid());
    try (Transfer transfer = progress.apply(file.name())) {
      download.fetch(file, partial, transfer);
      if (file.isArchive()) {
        new Archive(partial, file.name()).unpack(dataset::contains, folder);
      } else {
        Files.move(partial, folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (DownloadException e) {
      throw new DownloadException(e.getMessage() + "; " + byHand(), e);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private String byHand() {
    boolean archives = dataset.downloads().stream().anyMatch(RemoteFile::isArchive);
    return "by hand: "
        + dataset.systemPackage().map(p -> "apt install " + p + ", or ").orElse("")
        + "put "
        + (archives ? "what is in " : "")
        + dataset.downloads().stream()
            .map(file -> file.uri().toString())
            .collect(Collectors.joining(" and "))
        + " into "
        + folder;
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException e) {
      // What is in it stays.
    }
  }
}
