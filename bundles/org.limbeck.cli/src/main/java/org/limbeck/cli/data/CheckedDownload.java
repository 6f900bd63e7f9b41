package org.limbeck.cli.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.limbeck.datasets.catalog.RemoteFile;

/** Downloads a file over HTTP and compares its checksum. */
final class CheckedDownload {
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int OK = 200;
  private static final int BUFFER = 1 << 16;

  private final HttpClient http;

  CheckedDownload(HttpClient http) {
    this.http = http;
  }

  /**
   * Downloads a file.
   *
   * @param to where to write it; what is there after a failure is of no use
   * @throws DownloadException if it does not come, or has another checksum
   */
  void fetch(RemoteFile file, Path to, Transfer transfer) throws IOException, InterruptedException {
    HttpResponse<InputStream> response = answer(file);
    try (InputStream in = response.body()) {
      if (response.statusCode() != OK) {
        throw failed(file, "the server answers " + response.statusCode(), null);
      }
      transfer.begins(response.headers().firstValueAsLong("content-length").orElse(-1));
      String md5 = copy(in, to, file, transfer);
      if (!md5.equals(file.md5())) {
        throw new DownloadException(
            file.uri()
                + " has the checksum "
                + md5
                + ", not "
                + file.md5()
                + ": it is damaged, or another file now",
            null);
      }
    }
  }

  private HttpResponse<InputStream> answer(RemoteFile file)
      throws DownloadException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(file.uri()).timeout(ANSWER).build();
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (ConnectException e) {
      throw failed(file, "no connection to " + file.uri().getHost(), e);
    } catch (IOException e) {
      throw failed(file, reason(e), e);
    }
  }

  private static String copy(InputStream in, Path to, RemoteFile file, Transfer transfer)
      throws IOException {
    MessageDigest md5 = md5();
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(to)) {
      for (int n = read(in, buffer, file); n >= 0; n = read(in, buffer, file)) {
        out.write(buffer, 0, n);
        md5.update(buffer, 0, n);
        transfer.receives(n);
      }
    }
    return HexFormat.of().formatHex(md5.digest());
  }

  private static int read(InputStream in, byte[] buffer, RemoteFile file) throws DownloadException {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw failed(file, "the transfer broke off: " + reason(e), e);
    }
  }

  private static DownloadException failed(RemoteFile file, String reason, IOException cause) {
    return new DownloadException("cannot download " + file.uri() + ": " + reason, cause);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has MD5", e);
    }
  }
}
