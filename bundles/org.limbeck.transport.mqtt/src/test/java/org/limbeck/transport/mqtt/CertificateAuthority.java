package org.limbeck.transport.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate authority of a test, by the JDK's keytool. */
final class CertificateAuthority {
  private static final String PASSWORD = "changeit";
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path folder;
  private final String name;

  /** Files of PEM: a certificate, and its key. */
  record Issued(String certificate, String key) {}

  CertificateAuthority(Path folder, String name) throws IOException, InterruptedException {
    this.folder = folder;
    this.name = name;
    generate(name, "-ext", "bc:c");
    keytool(List.of("-exportcert", "-rfc", "-file", certificate()), "-keystore", store(name), name);
  }

  String certificate() {
    return folder.resolve(name + ".crt").toString();
  }

  /** Issues a certificate of a common name, for the loopback address. */
  Issued issue(String subject) throws IOException, InterruptedException, GeneralSecurityException {
    generate(subject);
    String request = folder.resolve(subject + ".csr").toString();
    keytool(List.of("-certreq", "-file", request), "-keystore", store(subject), subject);
    String certificate = folder.resolve(subject + ".crt").toString();
    keytool(
        List.of(
            "-gencert",
            "-rfc",
            "-ext",
            "san=ip:127.0.0.1,dns:localhost",
            "-infile",
            request,
            "-outfile",
            certificate),
        "-keystore",
        store(name),
        name);
    return new Issued(certificate, key(subject));
  }

  private String key(String subject) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(store(subject)))) {
      store.load(in, PASSWORD.toCharArray());
    }
    byte[] key = store.getKey(subject, PASSWORD.toCharArray()).getEncoded();
    Path file = folder.resolve(subject + ".key");
    Files.createFile(file, OWNER_ONLY);
    Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key)
            + "\n-----END PRIVATE KEY-----\n");
    return file.toString();
  }

  private String store(String alias) {
    return folder.resolve(alias + ".p12").toString();
  }

  private void generate(String alias, String... options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + alias));
    command.addAll(List.of(options));
    keytool(command, "-keystore", store(alias), alias);
  }

  private static void keytool(List<String> command, String option, String store, String alias)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(command);
    line.addAll(List.of(option, store, "-storepass", PASSWORD, "-alias", alias));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(line + ": " + output);
    }
  }
}
