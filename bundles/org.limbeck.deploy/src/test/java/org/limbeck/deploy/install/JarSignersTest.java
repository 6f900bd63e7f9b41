package org.limbeck.deploy.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.protection.FileProtection;
import org.osgi.framework.BundleContext;

class JarSignersTest {
  private static final char[] PASSWORD = "password".toCharArray();

  @TempDir private Path folder;
  private KeyStore keys;
  private Path jar;
  private JarSigners friends;

  @BeforeEach
  void setUp() throws Exception {
    jar = jar("plugin.jar", "code");
    friends = signers(trust("friend"));
  }

  @Test
  void withoutCertificatesAnythingGoes() throws IOException {
    JarSigners anybody = new JarSigners(Optional.empty(), List.of(), protection());
    assertThat(anybody.refusal(jar)).isEmpty();
    assertThat(read(anybody)).isEqualTo(Files.readAllBytes(jar));
  }

  @Test
  void aJarThatOthersMayChangeIsNotRead() throws IOException {
    JarSigners anybody = new JarSigners(Optional.empty(), List.of(), protection());
    permit(jar, "rw-rw-rw-");
    assertThatThrownBy(() -> read(anybody))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("do: chmod go-w " + jar);
  }

  @Test
  void aJarOfATrustedSignerIsGood() throws Exception {
    sign("friend");
    assertThat(friends.refusal(jar)).isEmpty();
    assertThat(read(friends)).isEqualTo(Files.readAllBytes(jar));
  }

  @Test
  void aJarThatNobodyHasSignedIsRefused() {
    assertThat(friends.refusal(jar)).get().asString().startsWith("Code.class in it is not signed");
    assertThatThrownBy(() -> read(friends)).isInstanceOf(IOException.class);
  }

  @Test
  void aJarOfSomeoneElseIsRefused() throws Exception {
    trust("stranger");
    sign("stranger");
    assertThat(friends.refusal(jar)).get().asString().contains("not signed by any certificate in");
  }

  @Test
  void aJarThatWasChangedOrAddedToIsRefused() throws Exception {
    sign("friend");
    Path other = jar("other.jar", "other code");
    replace(other, "Code.class");
    assertThat(friends.refusal(jar)).get().asString().contains("its signature is broken");

    jar = jar("plugin.jar", "code");
    sign("friend");
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Files.writeString(files.getPath("More.class"), "more");
    }
    assertThat(friends.refusal(jar)).get().asString().startsWith("More.class in it is not signed");
  }

  @Test
  void certificatesThatCannotBeReadLetNothingPass() throws Exception {
    sign("friend");
    assertThat(signers(folder.resolve("nowhere.pem")).refusal(jar))
        .get()
        .asString()
        .contains("cannot be checked", "nowhere.pem");
    assertThat(signers(folder.resolve("nowhere.pem")).refusal())
        .get()
        .asString()
        .contains("cannot be told", "nowhere.pem");
  }

  @Test
  void certificatesThatOthersMayChangeLetNothingPass() throws Exception {
    assertThat(friends.refusal()).isEmpty();
    Files.setPosixFilePermissions(
        friends.file().orElseThrow(), PosixFilePermissions.fromString("rw-rw-r--"));
    assertThat(friends.refusal())
        .get()
        .asString()
        .startsWith("others may say whose plug-ins are trusted: ")
        .contains("chmod go-w", "friend.pem");
  }

  /** Whoever may write into the folder may delete the file, and unsigned jars would be good. */
  @Test
  void aFolderThatOthersMayTakeTheCertificatesFromLetsNothingPass() throws Exception {
    Path etc = Files.createDirectory(folder.resolve("etc"));
    for (String name : List.of("", "plugin-signers.pem", "framework.properties")) {
      Path file = etc.resolve(name);
      if (!name.isEmpty()) {
        Files.createFile(file);
      }
      permit(file, "rwxr-xr-x");
      assertThat(ofHome().refusal()).as(name).isEmpty();
      permit(file, "rwxrwxr-x");
      assertThat(ofHome().refusal()).as(name).get().asString().contains("chmod go-w " + file);
      permit(file, "rwxr-xr-x");
    }
    permit(folder, "rwxrwxrwx");
    assertThat(ofHome().refusal()).get().asString().contains("chmod go-w " + folder);
  }

  private JarSigners ofHome() throws IOException {
    BundleContext context =
        (BundleContext)
            Proxy.newProxyInstance(
                JarSignersTest.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) ->
                    "limbeck.home".equals(arguments[0]) ? folder.toString() : null);
    return JarSigners.of(context, protection());
  }

  private static JarSigners signers(Path file) throws IOException {
    return new JarSigners(Optional.of(file), List.of(file), protection());
  }

  private static FileProtection protection() throws IOException {
    return FileProtection.ofThisProcess();
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private byte[] read(JarSigners signers) throws IOException {
    try (InputStream in = signers.open(jar)) {
      return in.readAllBytes();
    }
  }

  private Path jar(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      out.putNextEntry(new JarEntry("Code.class"));
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private void replace(Path from, String entry) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar);
        ZipFile other = new ZipFile(from.toFile());
        InputStream in = other.getInputStream(other.getEntry(entry))) {
      Files.copy(in, files.getPath(entry), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void sign(String name) throws Exception {
    Path signed = folder.resolve("signed.jar");
    KeyStore.PrivateKeyEntry entry =
        (KeyStore.PrivateKeyEntry) keys.getEntry(name, new KeyStore.PasswordProtection(PASSWORD));
    try (ZipFile in = new ZipFile(jar.toFile());
        OutputStream out = Files.newOutputStream(signed)) {
      new JarSigner.Builder(entry).signerName(name.toUpperCase(Locale.ROOT)).build().sign(in, out);
    }
    Files.move(signed, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Makes a key with a certificate, and returns a file with the certificate. */
  private Path trust(String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    String certificate =
        Base64.getMimeEncoder().encodeToString(keys.getCertificate(name).getEncoded());
    return Files.writeString(
        folder.resolve(name + ".pem"),
        "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n");
  }
}
