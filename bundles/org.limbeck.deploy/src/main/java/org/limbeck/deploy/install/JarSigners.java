package org.limbeck.deploy.install;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.limbeck.experiment.keys.FilePermissions;
import org.osgi.framework.BundleContext;

/**
 * Who must have signed a plug-in. What counts is the certificate of the signer itself, as the
 * platform does not check how the others of a chain belong together.
 *
 * @param file the X.509 certificates that are trusted, in PEM; empty if plug-ins need no signature
 */
record JarSigners(Optional<Path> file) {
  private static final String IN_HOME = "etc/plugin-signers.pem";
  private static final Pattern SIGNATURE_FILE =
      Pattern.compile("META-INF/(MANIFEST\\.MF|[^/]*\\.(SF|RSA|DSA|EC)|SIG-[^/]*)");

  /**
   * Returns those whose certificates are in the file that the framework property {@code
   * limbeck.plugins.signers} names, or else in the folder of the distribution, if it is there.
   */
  static JarSigners of(BundleContext context) {
    String named = context.getProperty("limbeck.plugins.signers");
    String home = context.getProperty("limbeck.home");
    return new JarSigners(
        Optional.ofNullable(named)
            .map(Path::of)
            .or(
                () ->
                    Optional.ofNullable(home).map(h -> Path.of(h, IN_HOME)).filter(Files::exists)));
  }

  /** Returns why a jar may not be installed; empty if it may. */
  Optional<String> refusal(Path jar) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return FilePermissions.isWritableByOthers(file.get())
          ? Optional.of(
              "others than its owner may change who is trusted; do: chmod go-w " + file.get())
          : refusal(jar, trusted());
    } catch (SecurityException e) {
      return Optional.of("its signature is broken: " + e.getMessage());
    } catch (IOException | CertificateException e) {
      return Optional.of("its signature cannot be checked: " + e.getMessage());
    }
  }

  /**
   * Opens a jar. If signatures are needed, it is a copy that is checked and read, so that nobody
   * can change it in between.
   *
   * @throws IOException if it cannot be read, or may not be installed
   */
  InputStream open(Path jar) throws IOException {
    if (file.isEmpty()) {
      return Files.newInputStream(jar);
    }
    Path copy = Files.createTempFile("limbeck-", ".jar");
    try {
      byte[] bytes = Files.readAllBytes(jar);
      Files.write(copy, bytes);
      Optional<String> refusal = refusal(copy);
      if (refusal.isPresent()) {
        throw new IOException(refusal.get());
      }
      return new ByteArrayInputStream(bytes);
    } finally {
      Files.delete(copy);
    }
  }

  private Optional<String> refusal(Path jar, Collection<Certificate> trusted) throws IOException {
    try (JarFile open = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(open.entries())) {
        if (entry.isDirectory()
            || SIGNATURE_FILE.matcher(entry.getName().toUpperCase(Locale.ROOT)).matches()) {
          continue;
        }
        try (InputStream in = open.getInputStream(entry)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
        if (!isSigned(entry.getCodeSigners(), trusted)) {
          return Optional.of(
              entry.getName()
                  + " in it is not signed by any certificate in "
                  + file.orElseThrow()
                  + "; do: jarsigner -keystore KEYSTORE "
                  + jar.getFileName()
                  + " ALIAS");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isSigned(CodeSigner[] signers, Collection<Certificate> trusted) {
    return signers != null
        && Stream.of(signers)
            .map(signer -> signer.getSignerCertPath().getCertificates().get(0))
            .anyMatch(trusted::contains);
  }

  private Collection<Certificate> trusted() throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(file.orElseThrow())) {
      return Set.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
    }
  }
}
