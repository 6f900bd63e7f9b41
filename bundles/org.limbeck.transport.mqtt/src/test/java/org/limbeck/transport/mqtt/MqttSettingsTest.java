package org.limbeck.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MqttSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "mqtt://localhost, true",
    "mqtts://LOCALHOST:8884, true",
    "mqtt://127.0.0.1, true",
    "mqtt://127.1.2.3:1884, true",
    "mqtt://[::1], true",
    "mqtt://[::ffff:127.0.0.1]:1884, true",
    "mqtt://[::2], false",
    "mqtt://192.0.2.1, false",
    "mqtts://0.0.0.0, false",
    "mqtt://127.0.0.1.example, false",
    "mqtt://localhost.example, false",
    "mqtts://broker, false"
  })
  void knowsWhichBrokersAreOnThisMachine(String address, boolean here) {
    assertThat(BrokerAddress.parse(address).isLoopback()).isEqualTo(here);
    assertThat(
            new MqttTransport(Optional.empty(), new TransportSetup(address).settings()).isLocal())
        .isEqualTo(here);
  }

  @Test
  void brokersHaveTheirUsualPorts() {
    assertThat(BrokerAddress.parse("mqtt://gateway"))
        .isEqualTo(new BrokerAddress(false, "gateway", 1883));
    assertThat(BrokerAddress.parse("mqtts://10.0.0.1/")).hasToString("mqtts://10.0.0.1:8883");
    assertThat(BrokerAddress.parse("mqtt://[::1]:1999").port()).isEqualTo(1999);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gateway",
        "gateway:1883",
        "http://gateway",
        "mqtt://",
        "mqtt://gateway/topic",
        "mqtt://gateway:99999",
        "mqtt://gateway:0",
        "mqtt://two words"
      })
  void otherAddressesAreRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrokerAddress.parse(text))
        .withMessageContaining("mqtts://HOST[:8883]")
        .withMessageContaining("'" + text + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "mqtt://me:hunter2@gateway, mqtt://…@gateway",
    "mqtts://me:hunter2@gateway:8883, mqtts://…@gateway:8883",
    "mqtt://hunter2@gateway, mqtt://…@gateway",
    "mqtt://me:/hunter2@@gateway, mqtt://…@gateway",
    "me:hunter2@gateway, …@gateway"
  })
  void passwordsInAddressesAreNotEchoed(String text, String shown) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrokerAddress.parse(text))
        .withMessageContaining("not '" + shown + "'")
        .withMessageContaining("passwordFile")
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "+", "#", "$SYS", "two words", ".hidden"})
  void networksAreOneLevelOfATopic(String network) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TransportSetup("mqtt://gateway").network(network).settings())
        .withMessageContaining("network is up to 64 letters")
        .withMessageContaining("'" + network + "'");
  }

  @Test
  void theTimeoutHasLimits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TransportSetup("mqtt://gateway").timeout(Duration.ZERO).settings())
        .withMessage("connectSeconds is 1 to 3600 seconds, not 0");
  }

  @Test
  void whatBelongsTogetherIsGivenTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TlsFiles.key("client.crt", ""))
        .withMessageContaining("certificate and key belong together");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Login.read("me", ""))
        .withMessageContaining("user and passwordFile belong together");
  }

  @Test
  void filesThatAreNotThereAreNamed(@TempDir Path folder) {
    String file = folder.resolve("none").toString();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TlsFiles.trust(file))
        .withMessage("trust: " + file + ": there is no such file, or it cannot be read");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Login.read("me", file))
        .withMessageContaining(file);
  }

  @Test
  void filesWithoutWhatTheyAreToHoldAreNamed(@TempDir Path folder) throws Exception {
    String empty = createPrivate(folder.resolve("empty")).toString();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TlsFiles.trust(empty))
        .withMessage("trust: there is no certificate in " + empty);
    CertificateAuthority authority = new CertificateAuthority(folder, "authority");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TlsFiles.key(authority.certificate(), empty))
        .withMessageContaining("openssl pkcs8");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new TransportSetup("mqtt://gateway").trust(authority.certificate()).settings())
        .withMessageContaining("are for mqtts://");
  }

  @Test
  void passwordsAreTheFirstLineOfAFile(@TempDir Path folder) throws Exception {
    Path file = createPrivate(folder.resolve("password"));
    Files.writeString(file, "secret\nmore\n");
    assertThat(Login.read("me", file.toString()).orElseThrow().password())
        .asString()
        .isEqualTo("secret");
    assertThat(Login.read("", "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-rw-rw-"})
  void secretsThatOthersMayReadAreRefused(String mode, @TempDir Path folder) throws Exception {
    CertificateAuthority authority = new CertificateAuthority(folder, "authority");
    Path secret = Path.of(authority.issue("client").key());
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString(mode));
    String refusal =
        secret
            + " may be read by others: its mode is "
            + mode
            + ", and rw------- is allowed; do: chmod 600 "
            + secret;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Login.read("me", secret.toString()))
        .withMessage("passwordFile: " + refusal);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TlsFiles.key(authority.certificate(), secret.toString()))
        .withMessage("key: " + refusal);
  }

  @Test
  void certificatesToTrustAreNobodyElsesToChange(@TempDir Path folder) throws Exception {
    Path trust = Path.of(new CertificateAuthority(folder, "authority").certificate());
    assertThat(TlsFiles.trust(trust.toString())).isPresent();
    Files.setPosixFilePermissions(trust, PosixFilePermissions.fromString("rw-rw-r--"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TlsFiles.trust(trust.toString()))
        .withMessageStartingWith("trust: " + trust + " may be changed by others");
  }

  private static Path createPrivate(Path file) throws IOException {
    return Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }
}
