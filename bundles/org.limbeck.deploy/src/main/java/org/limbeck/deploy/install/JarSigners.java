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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.limbeck.api.protection.FileProtection;
import org.osgi.framework.BundleContext;

/**
 * Who must have signed a plug-in. What counts is the certificate of the signer itself, as the
 * platform does not check how the others of a chain belong together.
 *
 * @param file the X.509 certificates that are trusted, in PEM; empty if plug-ins need no signature
 * @param deciding the files and folders that say whom to trust: whoever may change one of them
 *     could also take the certificates away
 * @param protection tells what others may change
 */
record JarSigners(Optional<Path> file, List<Path> deciding, FileProtection protection) {
  private static final String SIGNERS = "plugin-signers.pem";
  private static final String PROPERTIES = "framework.properties";
  private static final Pattern SIGNATURE_FILE =
      Pattern.compile("META-INF/(MANIFEST\\.MF|[^/]*\\.(SF|RSA|DSA|EC)|SIG-[^/]*)");

  /**
   * Returns those whose certificates are in the file that the framework property {@code
   * limbeck.plugins.signers} names, or else in the folder of the distribution, if it is there.
   */
  static JarSigners of(BundleContext context, FileProtection protection) {
    Optional<Path> named =
        Optional.ofNullable(context.getProperty("limbeck.plugins.signers")).map(Path::of);
    Optional<Path> etc =
        Optional.ofNullable(context.getProperty("limbeck.home")).map(home -> Path.of(home, "etc"));
    Optional<Path> file = named.or(() -> etc.map(e -> e.resolve(SIGNERS)).filter(Files::exists));
    List<Path> deciding =
        Stream.of(file, etc, etc.map(e -> e.resolve(PROPERTIES)))
            .flatMap(Optional::stream)
            .filter(path -> path.equals(named.orElse(null)) || Files.exists(path))
            .toList();
    return new JarSigners(file, deciding, protection);
  }

  /** Returns why no jar may be installed at all: others may change who is trusted. */
  Optional<String> refusal() {
    for (Path path : deciding) {
      try {
        Optional<String> fault = protection.writableByOthers(path);
        if (fault.isPresent()) {
          return fault.map(reason -> "others may say whose plug-ins are trusted: " + reason);
        }
      } catch (IOException e) {
        return Optional.of("it cannot be told who may say whose plug-ins are trusted: " + e);
      }
    }
    return Optional.empty();
  }

  /** Returns why a jar may not be installed; empty if it may. */
  Optional<String> refusal(Path jar) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return refusal(jar, trusted());
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
   * @throws IOException if it cannot be read, or may not be installed, or others may change it
   */
  InputStream open(Path jar) throws IOException {
    Optional<String> exposure = protection.writableByOthers(jar);
    if (exposure.isPresent()) {
      throw new IOException(exposure.get());
    }
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
