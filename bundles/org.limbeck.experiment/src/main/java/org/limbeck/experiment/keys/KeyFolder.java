package org.limbeck.experiment.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.limbeck.api.TextInput;
import org.limbeck.api.protection.FileProtection;
import org.limbeck.api.protection.PrivateFiles;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.FrameSigner;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/**
 * A folder with keys: {@code NAME.pub} (X.509, PEM) of each device that may speak, and {@code
 * NAME.key} (PKCS #8, PEM) of those that speak from here, which nobody but the owner may read.
 *
 * @param folder the folder
 */
public record KeyFolder(Path folder) {
  /** What is written in the place of a folder to say that there are no keys. */
  public static final String NONE = "none";

  private static final String PRIVATE = ".key";
  private static final String PUBLIC = ".pub";

  /**
   * Makes keys for devices that have none, and the folder if it is not there.
   *
   * @throws InvalidInputException if a name is none for a device or has a key already; nothing is
   *     written then
   */
  public List<DeviceKeys> create(List<String> devices) throws IOException {
    for (String device : devices) {
      requireName(device);
      requireAbsent(file(device, PRIVATE));
      requireAbsent(file(device, PUBLIC));
    }
    Path absolute = folder.toAbsolutePath();
    if (!Files.isDirectory(absolute)) {
      Files.createDirectories(absolute.getParent());
      PrivateFiles.createFolder(absolute);
    }
    List<DeviceKeys> created = new TreeSet<>(devices).stream().map(DeviceKeys::generate).toList();
    for (DeviceKeys keys : created) {
      byte[] secret = keys.privateKey().orElseThrow().getEncoded();
      write(file(keys.device(), PRIVATE), PemFormat.encode(PemFormat.PRIVATE_KEY, secret));
      write(
          file(keys.device(), PUBLIC),
          PemFormat.encode(PemFormat.PUBLIC_KEY, keys.publicKey().getEncoded()));
    }
    return created;
  }

  /**
   * Reads all keys, and reads them again whenever the folder has changed since.
   *
   * @throws InvalidInputException if they cannot be read now
   */
  public KeyRing watch() {
    return new KeyRing(folder.toString(), new WatchedKeys(this, System::nanoTime));
  }

  /**
   * Reads all keys.
   *
   * @throws InvalidInputException if one cannot be read, or others may change the folder or a key,
   *     or read a private key
   */
  public KeyRing read() {
    try {
      if (!Files.isDirectory(folder)) {
        throw refused(folder, "there is no such folder; 'limbeck keys create NAME' makes one");
      }
      FileProtection protection = FileProtection.ofThisProcess();
      requireNone(protection.writableByOthers(folder));
      Map<String, DeviceKeys> keys = new TreeMap<>();
      for (Path file : files()) {
        String name = file.getFileName().toString();
        String device = name.substring(0, name.lastIndexOf('.'));
        requireName(device);
        keys.put(device, read(device, protection));
      }
      return new KeyRing(folder.toString(), keys);
    } catch (IOException e) {
      throw refused(folder, "it cannot be read: " + e);
    }
  }

  private DeviceKeys read(String device, FileProtection protection) throws IOException {
    Path open = file(device, PUBLIC);
    if (!Files.exists(open)) {
      throw refused(open, "it is missing, and " + file(device, PRIVATE) + " is there");
    }
    requireNone(protection.writableByOthers(open));
    PublicKey publicKey = parse(open, PemFormat.PUBLIC_KEY, KeyFolder::publicKey);
    Optional<PrivateKey> privateKey = privateKey(file(device, PRIVATE), protection);
    DeviceKeys keys = new DeviceKeys(device, privateKey, publicKey);
    if (!keys.belongTogether()) {
      throw refused(open, "it is not the public key of " + file(device, PRIVATE));
    }
    return keys;
  }

  private Optional<PrivateKey> privateKey(Path file, FileProtection protection) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    requireNone(protection.readableByOthers(file));
    return Optional.of(parse(file, PemFormat.PRIVATE_KEY, KeyFolder::privateKey));
  }

  private static <T> T parse(Path file, String label, Decoder<T> decoder) {
    try {
      return decoder.decode(PemFormat.decode(label, TextInput.read(Files.newInputStream(file))));
    } catch (IOException | GeneralSecurityException e) {
      throw refused(file, "it is no Ed25519 key in PEM: " + e.getMessage());
    }
  }

  @FunctionalInterface
  private interface Decoder<T> {
    T decode(byte[] der) throws GeneralSecurityException;
  }

  private static PublicKey publicKey(byte[] der) throws GeneralSecurityException {
    return KeyFactory.getInstance(FrameSigner.ALGORITHM)
        .generatePublic(new X509EncodedKeySpec(der));
  }

  private static PrivateKey privateKey(byte[] der) throws GeneralSecurityException {
    return KeyFactory.getInstance(FrameSigner.ALGORITHM)
        .generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  /** Returns what is another text when a file was added, replaced or taken away. */
  String stamp() throws IOException {
    StringBuilder stamp = new StringBuilder();
    for (Path file : files()) {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      stamp
          .append(file.getFileName())
          .append(' ')
          .append(attributes.size())
          .append(' ')
          .append(attributes.lastModifiedTime())
          .append('\n');
    }
    return stamp.toString();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> file.toString().endsWith(PUBLIC) || file.toString().endsWith(PRIVATE))
          .sorted()
          .toList();
    }
  }

  private void write(Path file, String pem) throws IOException {
    Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
    try {
      Files.writeString(temporary, pem);
      Files.move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private Path file(String device, String suffix) {
    return folder.resolve(device + suffix);
  }

  private void requireName(String device) {
    if (!DeviceSpec.isId(device)) {
      throw refused(
          folder,
          "'"
              + device
              + "' is no id of a device: up to 64 lower-case letters, digits and hyphens, a letter"
              + " first");
    }
  }

  private static void requireAbsent(Path file) {
    if (Files.exists(file)) {
      throw refused(
          file, "it is there already, and keys are never overwritten; move it away first");
    }
  }

  private void requireNone(Optional<String> fault) {
    fault.ifPresent(
        message -> {
          throw refused(folder, message);
        });
  }

  private static InvalidInputException refused(Path file, String message) {
    return new InvalidInputException(new Origin(file.toString(), 0, ""), message);
  }
}
