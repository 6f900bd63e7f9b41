package org.limbeck.exchange.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.FrameCode;
import org.limbeck.exchange.security.FrameCodes;
import org.limbeck.exchange.security.FrameSigner;
import org.limbeck.exchange.security.FrameVerifier;
import org.limbeck.exchange.security.KeyRing;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The frames of docs/wire-format.md, which were not made by this code. */
class WireVectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  private final Frame frame = new Frame();

  @ParameterizedTest
  @ValueSource(strings = {"data", "explicit-rows", "snapshot", "signed", "coded"})
  void writesAndReadsTheFrame(String name) throws Exception {
    Map<String, Object> vector = description(name);
    byte[] expected = bytes(name);
    assertThat(HEX.formatHex(write(vector))).isEqualTo(HEX.formatHex(expected));

    frame.read(ByteBuffer.wrap(expected));
    assertThat(frame.kind()).isEqualTo(vector.get("kind"));
    assertThat(frame.hasExplicitRows()).isEqualTo(vector.get("explicitRows"));
    assertThat(frame.channel()).isEqualTo(vector.get("channel"));
    assertThat(HEX.toHexDigits(frame.network())).isEqualTo(vector.get("networkTag"));
    assertThat(HEX.toHexDigits(frame.reference())).isEqualTo(vector.get("referenceTag"));
    assertThat(HEX.toHexDigits(frame.codec())).isEqualTo(vector.get("codecTag"));
    assertThat(frame.incarnation()).isEqualTo(number(vector, "incarnation"));
    assertThat(frame.sequence()).isEqualTo(number(vector, "sequence"));
    assertThat(frame.round()).isEqualTo(number(vector, "round"));
    assertThat(frame.sender()).isEqualTo(vector.get("sender"));
    byte[] payload = new byte[frame.payloadBytes()];
    frame.payload().get(payload);
    assertThat(HEX.formatHex(payload)).isEqualTo(vector.get("payload"));
    assertThat(frame.isSigned()).isEqualTo(vector.containsKey("privateKey"));
    if (frame.isSigned()) {
      assertThat(frame.isSignedBy(new FrameVerifier(publicKey(vector)))).isTrue();
    }
    for (Map<String, Object> receiver : receivers(vector)) {
      String device = (String) receiver.get("device");
      KeyRing ring = ring(vector, receiver);
      FrameCode code = ring.codes(device).from((String) vector.get("sender")).orElseThrow();
      assertThat(Frame.hasCode(ByteBuffer.wrap(expected), code)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "refused-format-1",
        "refused-format-2",
        "refused-format-3",
        "refused-format-5",
        "refused-magic",
        "refused-cut",
        "refused-flags",
        "refused-length",
        "refused-checksum",
        "refused-codes"
      })
  void refusesTheFrame(String name) throws IOException {
    Map<String, Object> vector = description(name);
    ByteBuffer bytes = ByteBuffer.wrap(bytes(name));
    MalformedFrameException refused =
        catchThrowableOfType(MalformedFrameException.class, () -> frame.read(bytes));
    assertThat(refused).hasMessage((String) vector.get("message"));
    assertThat(refused.reason().name()).isEqualTo(vector.get("refused"));
  }

  private static byte[] write(Map<String, Object> vector) throws GeneralSecurityException {
    Optional<FrameSigner> signer = Optional.empty();
    if (vector.get("privateKey") instanceof String hex) {
      PKCS8EncodedKeySpec key = new PKCS8EncodedKeySpec(HEX.parseHex(hex));
      signer = Optional.of(new FrameSigner(keys().generatePrivate(key)));
    }
    Envelope envelope =
        Envelope.of(
                (String) vector.get("network"),
                (String) vector.get("sender"),
                HEX.parseHex((String) vector.get("referenceDigest")),
                (String) vector.get("codec"))
            .withIncarnation(number(vector, "incarnation"));
    byte[] payload = HEX.parseHex((String) vector.get("payload"));
    FrameWriter writer = new FrameWriter(signer);
    ByteBuffer out = ByteBuffer.allocate(writer.sizeOf(envelope, payload.length));
    FrameWriter.begin(
        out,
        envelope,
        (int) number(vector, "kind"),
        Boolean.TRUE.equals(vector.get("explicitRows")) ? Frame.EXPLICIT_ROWS : 0,
        (int) number(vector, "channel"),
        number(vector, "sequence"),
        number(vector, "round"));
    out.put(payload);
    writer.end(out);
    assertThat(out.remaining()).isEqualTo(out.capacity());
    return addressed(vector, out);
  }

  private static byte[] addressed(Map<String, Object> vector, ByteBuffer frame)
      throws GeneralSecurityException {
    List<FrameCode> codes = new ArrayList<>();
    for (Map<String, Object> receiver : receivers(vector)) {
      FrameCodes made = ring(receiver, vector).codes((String) vector.get("sender"));
      codes.add(made.to((String) receiver.get("device")).orElseThrow());
    }
    ByteBuffer out = ByteBuffer.allocate(frame.remaining() + codes.size() * FrameCode.BYTES);
    FrameWriter.address(frame, codes, out);
    return out.array();
  }

  /** Returns what one of two devices knows of the keys of both: only its own private key. */
  private static KeyRing ring(Map<String, Object> there, Map<String, Object> here)
      throws GeneralSecurityException {
    PKCS8EncodedKeySpec own =
        new PKCS8EncodedKeySpec(HEX.parseHex((String) here.get("privateKey")));
    DeviceKeys mine =
        new DeviceKeys(id(here), Optional.of(keys().generatePrivate(own)), publicKey(here));
    DeviceKeys others = new DeviceKeys(id(there), Optional.empty(), publicKey(there));
    return new KeyRing("keys", Map.of(mine.device(), mine, others.device(), others));
  }

  private static String id(Map<String, Object> described) {
    return (String) described.getOrDefault("device", described.get("sender"));
  }

  private static PublicKey publicKey(Map<String, Object> described)
      throws GeneralSecurityException {
    byte[] key = HEX.parseHex((String) described.get("publicKey"));
    return keys().generatePublic(new X509EncodedKeySpec(key));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> receivers(Map<String, Object> vector) {
    return (List<Map<String, Object>>) vector.getOrDefault("receivers", List.of());
  }

  private static KeyFactory keys() throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519");
  }

  private static long number(Map<String, Object> vector, String key) {
    return ((Number) vector.get(key)).longValue();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> description(String name) throws IOException {
    return (Map<String, Object>)
        new Load(LoadSettings.builder().build()).loadFromString(text(name + ".json"));
  }

  private static byte[] bytes(String name) throws IOException {
    return HEX.parseHex(text(name + ".hex").replaceAll("\\s", ""));
  }

  private static String text(String file) throws IOException {
    try (InputStream in = WireVectorsTest.class.getResourceAsStream("/wire/" + file)) {
      assertThat(in).as(file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
