package org.limbeck.experiment.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.experiment.InvalidInputException;

class KeyFolderTest {
  @TempDir Path temporary;
  private Path folder;
  private KeyFolder keys;

  @BeforeEach
  void name() {
    folder = temporary.resolve("here/keys");
    keys = new KeyFolder(folder);
  }

  @Test
  void readsWhatItMade() throws IOException {
    List<DeviceKeys> made = keys.create(List.of("device-2", "device-1"));
    KeyRing ring = keys.read();
    assertThat(ring.keys().keySet()).containsExactly("device-1", "device-2");
    assertThat(ring.keys().values()).containsExactlyElementsOf(made);
    assertThat(verifies(ring, "device-1", "device-1")).isTrue();
    assertThat(verifies(ring, "device-1", "device-2")).isFalse();
    assertThat(ring.verifier("device-3")).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoPartOfAKey() throws IOException {
    List<DeviceKeys> made = keys.create(List.of("device-1"));
    for (String name : List.of("device-1.pub", "device-1.key")) {
      Path file = folder.resolve(name);
      Files.writeString(file, "\uFEFF" + Files.readString(file));
    }
    assertThat(keys.read().keys().values()).containsExactlyElementsOf(made);
  }

  @Test
  void nobodyElseMayReadThem() throws IOException {
    keys.create(List.of("device-1"));
    assertThat(permissions(folder)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void neverOverwritesAKey() throws IOException {
    keys.create(List.of("device-1"));
    KeyRing before = keys.read();
    assertThatThrownBy(() -> keys.create(List.of("device-2", "device-1")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            folder.resolve("device-1.key")
                + ": it is there already, and keys are never overwritten; move it away first");
    assertThat(keys.read().keys()).isEqualTo(before.keys());

    Files.delete(folder.resolve("device-1.key"));
    assertThatThrownBy(() -> keys.create(List.of("device-1"))).hasMessageContaining("device-1.pub");
  }

  @Test
  void refusesNamesThatAreNone() {
    for (String name : List.of("", "Device", "../x", "a/b", "1a", "a".repeat(65))) {
      assertThatThrownBy(() -> keys.create(List.of(name)))
          .hasMessageContaining("'" + name + "' is no id of a device");
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void aKeyRingWithoutPrivateKeysOnlyListens() throws IOException {
    keys.create(List.of("device-1"));
    Files.delete(folder.resolve("device-1.key"));
    KeyRing ring = keys.read();
    assertThat(ring.verifier("device-1")).isPresent();
    assertThatThrownBy(() -> ring.signer("device-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            folder
                + ": there is no private key of device-1 to sign with;"
                + " 'limbeck keys create device-1' makes one");
  }

  @Test
  void refusesAPrivateKeyThatOthersMayRead() throws IOException {
    keys.create(List.of("device-1"));
    Path file = folder.resolve("device-1.key");
    for (String permissions : List.of("rw-r-----", "rw----r--", "rw--w----")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      assertThatThrownBy(keys::read)
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(
              "%s: %s may be read by others: its mode is %s, and rw------- is allowed;"
                  + " do: chmod 600 %s",
              folder, file, permissions, file);
    }
  }

  @Test
  void refusesAFolderOrAnAllowListThatOthersMayChange() throws IOException {
    keys.create(List.of("device-1"));
    Path file = folder.resolve("device-1.pub");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    assertThatThrownBy(keys::read).hasMessageContaining("do: chmod go-w " + file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    keys.read();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));
    assertThatThrownBy(keys::read).hasMessageContaining("do: chmod go-w " + folder);
  }

  @Test
  void refusesAFolderBelowOneThatOthersMayChange() throws IOException {
    keys.create(List.of("device-1"));
    Path above = folder.getParent();
    Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxrwxr-x"));
    assertThatThrownBy(keys::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(above + " may be changed by others")
        .hasMessageContaining("do: chmod go-w " + above);
  }

  @Test
  void refusesKeysThatAreNone() throws IOException {
    keys.create(List.of("device-1", "device-2"));
    Path file = folder.resolve("device-1.pub");
    Files.copy(folder.resolve("device-2.pub"), file, StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(keys::read)
        .hasMessage(file + ": it is not the public key of " + folder.resolve("device-1.key"));
    for (String text :
        List.of("", "nonsense", "-----BEGIN PUBLIC KEY-----\n!\n-----END PUBLIC KEY-----\n")) {
      Files.writeString(file, text);
      assertThatThrownBy(keys::read).hasMessageStartingWith(file + ": it is no Ed25519 key in PEM");
    }
    Files.delete(file);
    assertThatThrownBy(keys::read).hasMessageStartingWith(file + ": it is missing");
  }

  @Test
  void saysThatThereIsNoFolder() {
    assertThatThrownBy(keys::read)
        .hasMessage(folder + ": there is no such folder; 'limbeck keys create NAME' makes one");
  }

  private static boolean verifies(KeyRing ring, String signer, String verifier) {
    ByteBuffer out = ByteBuffer.allocate(1 + 64).put((byte) 7);
    ring.signer(signer).sign(out);
    ByteBuffer message = out.duplicate().position(0).limit(1);
    return ring.verifier(verifier).orElseThrow().verifies(message, out.flip().position(1));
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
