package org.limbeck.architectures.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.limbeck.architectures.dl4j.NetworkFiles.perceptron;
import static org.limbeck.architectures.dl4j.NetworkFiles.save;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.InputLimits;
import org.limbeck.api.Shape;

/** Networks that are made to do harm. */
@NeedsNativeCode
class HostileFileTest {
  private static final Shape VECTOR = new Shape(1, 1, 6);
  private static final String WEIGHTS = "coefficients.bin";
  private static final int TRIES = 60;

  @TempDir private Path folder;

  @Test
  void refusesADescriptionThatIsTooLong() throws IOException {
    String most = "{" + " ".repeat(InputLimits.JSON_BYTES - 2) + "}";
    assertRefused(NetworkFiles.write(folder, most), "is JSON, but no configuration of DL4J");
    String more = "describes a network in more than 16,777,216 bytes, which are the most";
    assertRefused(NetworkFiles.write(folder, most + " "), more);
    assertRefused(zip("configuration.json", (most + " ").getBytes(StandardCharsets.UTF_8)), more);
    assertRefused(
        NetworkFiles.write(folder, "[".repeat(1_000_000)), "is neither JSON nor a saved model");
  }

  @Test
  void refusesMoreParametersThanAreAllowedBeforeItMakesThem() {
    String json = perceptron(6, 3).toJson();
    for (String units : new String[] {"44739243", "2000000000", "9000000000000000000"}) {
      Path file =
          NetworkFiles.write(folder, json.replaceFirst("\"nout\" : 12", "\"nout\" : " + units));
      assertThat(json).contains("\"nout\" : 12");
      assertRefused(file, "has more than 268,435,456 parameters, which are the most");
    }
  }

  @Test
  void refusesWeightsThatAreNotThere() throws IOException {
    Path sound = save(folder, NetworkFiles.initialised(perceptron(6, 3)));
    byte[] weights = entry(sound, WEIGHTS);
    int count = indexOf(weights, "FLOAT") - 2 - Long.BYTES;
    assertRefused(
        with(sound, WEIGHTS, changed(weights, count, 100_000_000)),
        "it says that it has 100000000 parameters, and there are not so many");
    assertRefused(
        with(sound, WEIGHTS, changed(weights, count, 1L << 40)),
        "it says that it has 1,099,511,627,776 parameters, and 1 to 268,435,456 are allowed");
    assertRefused(
        with(sound, WEIGHTS, changed(weights, count, -1)), "it says that it has -1 parameters");
    int shape = indexOf(weights, "LONG") - 2 - Long.BYTES;
    assertRefused(with(sound, WEIGHTS, changed(weights, shape, 1L << 40)), "no array of ND4J");
  }

  /** DL4J would read Java objects there. */
  @Test
  void looksAtNoEntryThatMayHoldJavaObjects() throws Exception {
    Gadget.ran = false;
    byte[] gadget = serialised(new Gadget());
    Path file = save(folder, NetworkFiles.initialised(perceptron(6, 3)));
    for (String entry : new String[] {"preprocessor.bin", "normalizer.bin", "updaterState.bin"}) {
      file = with(file, entry, gadget);
    }
    new FileNetwork(file.toString()).create(VECTOR, 3, new SplittableRandom(2)).close();
    assertThat(Gadget.ran).isFalse();
    new ObjectInputStream(new java.io.ByteArrayInputStream(gadget)).readObject();
    assertThat(Gadget.ran).as("it would have").isTrue();
  }

  @Test
  void refusesOrReadsWhateverWasChanged() throws IOException {
    byte[] zip = Files.readAllBytes(save(folder, NetworkFiles.initialised(perceptron(6, 3))));
    byte[] keras = Files.readAllBytes(KerasFiles.perceptron(folder, 6, 3));
    Random random = new Random(1);
    for (int i = 0; i < TRIES; i++) {
      byte[] bytes = (i % 3 == 0 ? zip : keras).clone();
      int at = 8 + random.nextInt(bytes.length - 16);
      ByteBuffer.wrap(bytes).putInt(at, random.nextInt() >> random.nextInt(32));
      Path file = Files.write(Files.createTempFile(folder, "changed", ""), bytes);
      try {
        new FileNetwork(file.toString()).create(VECTOR, 3, new SplittableRandom(2)).close();
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageStartingWith("file: " + file.toAbsolutePath() + " ");
        assertThat(e.getMessage().lines()).hasSize(1);
      }
    }
  }

  /** Harmless: it only tells that it was read. */
  static final class Gadget implements Serializable {
    private static final long serialVersionUID = 1L;
    private static boolean ran;

    private void readObject(ObjectInputStream in) {
      ran = true;
    }
  }

  private void assertRefused(Path file, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new FileNetwork(file.toString()).create(VECTOR, 3, new SplittableRandom(2)))
        .withMessageStartingWith("file: " + file.toAbsolutePath() + " ")
        .withMessageContaining(reason);
  }

  private static byte[] serialised(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static byte[] changed(byte[] bytes, int at, long value) {
    return ByteBuffer.wrap(bytes.clone()).putLong(at, value).array();
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
  }

  private static byte[] entry(Path zip, String name) throws IOException {
    try (ZipFile open = new ZipFile(zip.toFile())) {
      return open.getInputStream(open.getEntry(name)).readAllBytes();
    }
  }

  private Path zip(String name, byte[] content) throws IOException {
    Path file = Files.createTempFile(folder, "archive", ".zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return file;
  }

  /** Copies a zip file with another entry of a name. */
  private Path with(Path from, String name, byte[] content) throws IOException {
    Path file = Files.createTempFile(folder, "archive", ".zip");
    try (ZipFile open = new ZipFile(from.toFile());
        OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : java.util.Collections.list(open.entries())) {
        if (!entry.getName().equals(name)) {
          zip.putNextEntry(new ZipEntry(entry.getName()));
          open.getInputStream(entry).transferTo(zip);
        }
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return file;
  }
}
