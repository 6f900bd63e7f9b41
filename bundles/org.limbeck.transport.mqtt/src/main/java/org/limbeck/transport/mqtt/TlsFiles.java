package org.limbeck.transport.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.limbeck.api.TextInput;
import org.limbeck.api.protection.FileProtection;

/** Reads certificates and keys from PEM files (RFC 7468). */
final class TlsFiles {
  private static final List<String> KEY_TYPES = List.of("RSA", "EC", "EdDSA");
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  private TlsFiles() {}

  /**
   * Trusts the certificates of a file, and those that they issued.
   *
   * @param file its path; empty if there is none
   * @throws IllegalArgumentException if it holds no certificate, or others may change it
   */
  static Optional<TrustManagerFactory> trust(String file) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      refuse("trust", FileProtection.ofThisProcess().writableByOthers(Path.of(file)));
      KeyStore store = emptyStore();
      for (Certificate certificate : certificates("trust", file)) {
        store.setCertificateEntry("trust-" + store.size(), certificate);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return Optional.of(factory);
    } catch (GeneralSecurityException | IOException e) {
      throw unusable("trust", file, e);
    }
  }

  /**
   * Proves who this is by a certificate and its key.
   *
   * @param certificate path of the file; empty if there is none
   * @param key path of the file; empty if there is none
   * @throws IllegalArgumentException if one is given without the other, or cannot be used, or
   *     others may read or change the key
   */
  static Optional<KeyManagerFactory> key(String certificate, String key) {
    if (certificate.isEmpty() != key.isEmpty()) {
      throw new IllegalArgumentException(
          "certificate and key belong together: one is given without the other");
    }
    if (certificate.isEmpty()) {
      return Optional.empty();
    }
    Certificate[] chain = certificates("certificate", certificate).toArray(Certificate[]::new);
    try {
      KeyStore store = emptyStore();
      store.setKeyEntry("client", privateKey(key), new char[0], chain);
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, new char[0]);
      return Optional.of(factory);
    } catch (GeneralSecurityException | IOException e) {
      throw unusable("key", key, e);
    }
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Collection<? extends Certificate> certificates(String option, String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw new IllegalArgumentException(option + ": there is no certificate in " + file);
      }
      return certificates;
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(option, file, e);
    }
  }

  private static PrivateKey privateKey(String file) throws IOException {
    refuse("key", FileProtection.ofThisProcess().readableByOthers(Path.of(file)));
    Matcher key = KEY.matcher(TextInput.read(Files.newInputStream(Path.of(file))));
    if (!key.find()) {
      throw new IllegalArgumentException(
          "key: there is no '-----BEGIN PRIVATE KEY-----' in "
              + file
              + "; 'openssl pkcs8 -topk8 -nocrypt' makes PKCS #8 of other forms");
    }
    byte[] encoded = Base64.getMimeDecoder().decode(key.group(1));
    return KEY_TYPES.stream()
        .flatMap(type -> privateKey(type, new PKCS8EncodedKeySpec(encoded)).stream())
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("key: " + file + " is none of " + KEY_TYPES));
  }

  /** Returns a key; empty if it is of another type. */
  private static Optional<PrivateKey> privateKey(String type, PKCS8EncodedKeySpec encoded) {
    try {
      return Optional.of(KeyFactory.getInstance(type).generatePrivate(encoded));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static void refuse(String option, Optional<String> fault) {
    fault.ifPresent(
        message -> {
          throw new IllegalArgumentException(option + ": " + message);
        });
  }

  private static IllegalArgumentException unusable(String option, String file, Exception e) {
    String why =
        e instanceof IOException && !Files.isReadable(Path.of(file))
            ? "there is no such file, or it cannot be read"
            : e.getMessage();
    return new IllegalArgumentException(option + ": " + file + ": " + why);
  }
}
