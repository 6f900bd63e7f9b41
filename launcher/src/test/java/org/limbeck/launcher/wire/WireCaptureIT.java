package org.limbeck.launcher.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.itests.broker.Mosquitto;
import org.limbeck.launcher.network.SplitRun;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Shell;

/** What leaves devices, seen on the wire: soft decisions on reference rows, the header, no more. */
class WireCaptureIT {
  private static final List<String> DEVICES =
      List.of("device-1", "device-2", "device-3", "device-4");
  private static final List<String> PARTS = List.of("0-1", "2-3");
  private static final List<String> BIRDS = List.of("avocet", "bittern", "curlew", "dunlin");
  private static final String NETWORK = "wire-3";
  private static final String TOPICS = "limbeck/" + NETWORK + "/";
  private static final long SEED = 3;
  private static final int ROUNDS = 12;
  private static final int ROWS = 30;
  private static final int BATCH = 10;
  private static final int PUBLISH = 3;

  /** The kind of frames that ask for another one. */
  private static final int REQUEST = 2;

  /** CONNECT, PUBLISH, PUBACK, SUBSCRIBE, UNSUBSCRIBE, PINGREQ, DISCONNECT. */
  private static final List<Integer> TYPES = List.of(1, PUBLISH, 4, 8, 10, 12, 14);

  @TempDir private Path folder;
  private final ObjectMapper mapper = new ObjectMapper();
  private WireSecrets secrets;
  private Shell shell;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "float32 | float32 | 0",
        "{name: uniform, bits: 2} | uniform {bits=2, entropy=none, gamma=0.0} | 0.65"
      })
  void isSoftDecisionsOnReferenceRowsAndTheHeader(String codec, String tagged, double worstError)
      throws Exception {
    Path distribution = DistributionCopy.small(folder.resolve("limbeck"));
    shell = new Shell(folder, distribution, "wire.yaml").quick();
    secrets = WireSecrets.write(shell.folder(), BIRDS, SEED);
    List<Tshark.Packet> packets;
    List<byte[]> streams;
    try (Mosquitto broker = new Mosquitto(folder);
        Tshark tshark = new Tshark(folder, broker.port())) {
      run(broker, codec);
      packets = tshark.stop();
      streams = tshark.streams();
    }

    assertThat(packets).extracting(Tshark.Packet::type).isSubsetOf(TYPES);
    assertThat(packets.stream().mapToLong(Tshark.Packet::size).sum())
        .as("nothing but MQTT packets")
        .isEqualTo(streams.stream().mapToLong(stream -> stream.length).sum());
    Map<String, List<WireFrame>> frames = frames(packets, tag(tagged));
    assertExplained(frames, codec, worstError);
    assertCounted(packets, frames);
    assertNoSecrets(streams);
  }

  /** What would be found if it were there. */
  @Test
  void findsSecrets() throws Exception {
    shell = new Shell(folder, Shell.DISTRIBUTION, "wire.yaml");
    secrets = WireSecrets.write(shell.folder(), BIRDS, SEED);
    List<String> all = secrets.all();
    byte[] row = new byte[100];
    for (String secret : List.of(all.get(0), all.get(all.size() - 1))) {
      System.arraycopy(secret.getBytes(ISO_8859_1), 0, row, 50, secret.length());
      assertThat(secrets.found(row)).contains(secret);
    }
  }

  private void run(Mosquitto broker, String codec) throws Exception {
    List<String> keys = new ArrayList<>(List.of("keys", "create"));
    keys.addAll(DEVICES);
    assertThat(shell.run(keys.toArray(String[]::new)).exitCode()).isZero();
    List<Shell.Running> parts = new ArrayList<>();
    for (String places : PARTS) {
      parts.add(
          shell.start(
              "run",
              "wire.yaml",
              "--broker=" + broker.url(),
              "--devices=" + places,
              "--out=part-" + places,
              "--keys=keys",
              "--set=codec=" + codec));
    }
    SplitRun.finish(parts);
  }

  /** Takes every message apart, and returns the frames of each device in their order. */
  private Map<String, List<WireFrame>> frames(List<Tshark.Packet> packets, byte[] codec)
      throws Exception {
    Map<String, List<WireFrame>> frames = new TreeMap<>();
    byte[] network = network(packets);
    for (Tshark.Packet packet : packets) {
      if (packet.type() != PUBLISH) {
        continue;
      }
      assertThat(packet.topic()).startsWith(TOPICS);
      String[] levels = packet.topic().substring(TOPICS.length()).split("/");
      switch (levels[1]) {
        case "alive" -> assertThat(packet.message().length).isLessThanOrEqualTo(1);
        case "status" -> assertAnnouncement(packet.message());
        default -> {
          WireFrame frame = WireFrame.read(packet.message());
          assertFrame(frame, levels, network, codec);
          List<WireFrame> before = frames.computeIfAbsent(levels[0], device -> new ArrayList<>());
          if (frame.kind() == REQUEST) {
            assertThat(frame.payload()).isEmpty();
          } else if (before.stream()
              .noneMatch(sent -> Arrays.equals(sent.bytes(), frame.bytes()))) {
            before.add(frame);
          }
        }
      }
    }
    assertThat(frames.keySet()).containsExactlyElementsOf(DEVICES);
    return frames;
  }

  private static void assertAnnouncement(byte[] message) {
    String text = new String(message, UTF_8);
    if (!text.isEmpty()) {
      assertThat(text)
          .matches(
              """
              network = wire-3
              device = device-[1-4]
              session = [0-9a-f]{32}
              begun = [0-9]{13}
              number = [0-9]{1,3}
              run = ([0-9a-f]{64})?
              experiment = [0-9a-f]{64}
              reference = [0-9a-f]{64}
              classes = 4
              codec = .*
              rounds = [0-9 ]*
              degree = [0-2]
              state = (present|ready|finished)
              signature = [A-Za-z0-9+/]{86}==
              """);
    }
  }

  /** Returns what the tag of the network is made of, by the run that all parts were ready for. */
  private static byte[] network(List<Tshark.Packet> packets) throws Exception {
    List<String> runs =
        packets.stream()
            .filter(packet -> packet.type() == PUBLISH)
            .flatMap(packet -> new String(packet.message(), UTF_8).lines())
            .filter(line -> line.matches("run = [0-9a-f]{64}"))
            .distinct()
            .toList();
    assertThat(runs).hasSize(1);
    String name = HexFormat.of().formatHex(tag(NETWORK), 0, Long.BYTES);
    return tag(name + runs.get(0).substring("run =".length()));
  }

  private void assertFrame(WireFrame frame, String[] levels, byte[] network, byte[] codec)
      throws Exception {
    assertThat(frame.sender()).isEqualTo(levels[0]);
    boolean isEnd = frame.sender().equals("device-1") || frame.sender().equals("device-4");
    assertThat(levels[1]).isIn("to", isEnd ? "to" : "all");
    assertThat(frame.kind()).isIn(0, REQUEST);
    assertThat(List.of(frame.flags(), frame.channel())).containsExactly(1, 0);
    assertThat(frame.network()).isEqualTo(ByteBuffer.wrap(network).getLong());
    assertThat(frame.codec()).isEqualTo(ByteBuffer.wrap(codec).getInt());
    assertThat(frame.incarnation()).isZero();
    assertThat(frame.isSignedBy(key(frame.sender()))).isTrue();
    assertThat(frame.receivers()).isEqualTo(isEnd || frame.kind() == REQUEST ? 1 : 2);
  }

  /** Round by round, what was sent is what docs/algorithm.md says, and explains what came of it. */
  private void assertExplained(Map<String, List<WireFrame>> frames, String codec, double worstError)
      throws IOException {
    WireNetwork network = new WireNetwork(DEVICES, ROWS, BIRDS.size(), worstError);
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, float[]> sent = new TreeMap<>();
      for (String device : DEVICES) {
        assertThat(frames.get(device)).hasSize(ROUNDS);
        WireFrame frame = frames.get(device).get(round);
        assertThat(List.of(frame.round(), frame.sequence())).containsExactly(round, round);
        sent.put(device, decode(codec, frame.payload()));
      }
      network.check(network.rows(SEED, round, BATCH), sent, decisions(round), decisions(round + 1));
    }
  }

  private static float[] decode(String codec, byte[] payload) {
    return codec.equals("float32")
        ? WirePayload.float32(payload, BATCH * BIRDS.size())
        : WirePayload.uniform(payload, BATCH, BIRDS.size(), 2);
  }

  private Map<String, WireDecisions> decisions(int round) throws IOException {
    Map<String, WireDecisions> decisions = new TreeMap<>();
    for (String places : PARTS) {
      WireDecisions.read(shell.folder().resolve("part-" + places), round, decisions);
    }
    return decisions;
  }

  /** What devices say after their last frame, that they have finished, is not in their figures. */
  private void assertCounted(List<Tshark.Packet> packets, Map<String, List<WireFrame>> frames)
      throws IOException {
    WireNetwork network = new WireNetwork(DEVICES, ROWS, BIRDS.size(), 0);
    Map<String, JsonNode> counted = new LinkedHashMap<>();
    for (String places : PARTS) {
      Path summary = shell.folder().resolve("part-" + places + "/summary.json");
      mapper
          .readTree(summary.toFile())
          .get("devices")
          .forEach(device -> counted.put(device.get("id").asText(), device));
    }
    for (String device : DEVICES) {
      long copies = network.degree(device);
      long payload = frames.get(device).stream().mapToLong(f -> f.payload().length).sum();
      long whole = frames.get(device).stream().mapToLong(f -> f.bytes().length).sum();
      JsonNode figures = counted.get(device);
      assertThat(figures.get("bytesSent").longValue()).isEqualTo(copies * payload);
      assertThat(figures.get("frameBytesSent").longValue()).isEqualTo(copies * whole);
      assertThat(figures.get("wireBytesSent").longValue()).isEqualTo(wireBytes(packets, device));
    }
  }

  private static long wireBytes(List<Tshark.Packet> packets, String device) {
    long bytes = 0;
    long throughLastFrame = 0;
    for (Tshark.Packet packet : packets) {
      if (packet.type() == PUBLISH && packet.topic().startsWith(TOPICS + device + "/")) {
        bytes += packet.size();
        throughLastFrame = packet.topic().endsWith("/status") ? throughLastFrame : bytes;
      }
    }
    return throughLastFrame;
  }

  private void assertNoSecrets(List<byte[]> streams) {
    assertThat(secrets.all()).hasSizeGreaterThan(1000);
    for (byte[] stream : streams) {
      assertThat(secrets.found(stream)).isEmpty();
    }
  }

  private PublicKey key(String device) throws IOException, GeneralSecurityException {
    String pem = Files.readString(shell.folder().resolve("keys/" + device + ".pub"));
    byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key));
  }

  private static byte[] tag(String text) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
  }
}
