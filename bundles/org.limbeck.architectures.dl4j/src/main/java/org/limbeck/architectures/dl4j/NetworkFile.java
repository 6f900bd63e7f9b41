package org.limbeck.architectures.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.limbeck.api.InputLimits;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * A file that holds a network: a configuration of DL4J in JSON, a model that DL4J has saved, or a
 * model that Keras has saved as HDF5.
 */
final class NetworkFile {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final String NO_FORMAT =
      "is neither JSON nor a saved model of DL4J (zip) or Keras (HDF5)";
  private static final String CONFIGURATION = "configuration.json";
  private static final String WEIGHTS = "coefficients.bin";

  private final Path file;
  private final byte[] head;

  /**
   * Looks at the first bytes of a file.
   *
   * @throws IllegalArgumentException if there is no such file or it cannot be read
   */
  NetworkFile(String file) {
    this.file = Path.of(file);
    if (Files.isDirectory(this.file)) {
      throw refusal("is a folder; a model that TensorFlow saves as a folder must be saved as .h5");
    }
    if (!Files.exists(this.file)) {
      throw refusal("does not exist");
    }
    try (InputStream in = Files.newInputStream(this.file)) {
      head = in.readNBytes(HDF5.length);
    } catch (IOException e) {
      throw refusal("cannot be read");
    }
  }

  /**
   * Reads what the file says.
   *
   * @throws IllegalArgumentException if that is no network that DL4J understands
   */
  NetworkDefinition read() {
    try {
      if (begins(HDF5)) {
        return KerasFile.read(file);
      }
      if (begins(ZIP)) {
        return readZip();
      }
      Optional<ForeignFormat> foreign = ForeignFormat.of(file, head);
      if (foreign.isPresent()) {
        throw refusal(foreign.get().refusal());
      }
      return readJson(json(Files.newInputStream(file)), null);
    } catch (JsonProcessingException e) {
      throw refusal(NO_FORMAT + ": " + ExceptionSummary.of(e));
    } catch (CharacterCodingException e) {
      throw refusal(NO_FORMAT);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw refusal("cannot be read: " + ExceptionSummary.of(e));
    } catch (OutOfMemoryError | StackOverflowError e) {
      // HDF5 and Jackson follow a file wherever it leads them.
      throw refusal(ExceptionSummary.ofLackOfMemory(e));
    }
  }

  /** Returns an exception that says what is wrong with the file. */
  IllegalArgumentException refusal(String reason) {
    return new IllegalArgumentException("file: " + file.toAbsolutePath() + " " + reason);
  }

  /** Reads the entries that DL4J writes, and none that might hold Java objects. */
  private NetworkDefinition readZip() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry configuration = zip.getEntry(CONFIGURATION);
      if (configuration == null) {
        throw refusal(
            ForeignFormat.of(zip)
                .map(ForeignFormat::refusal)
                .orElse(
                    "is a zip file without " + CONFIGURATION + ", so not a saved model of DL4J"));
      }
      String json = json(zip.getInputStream(configuration));
      ZipEntry weights = zip.getEntry(WEIGHTS);
      return readJson(json, weights == null ? null : SavedWeights.read(zip, weights));
    }
  }

  private NetworkDefinition readJson(String json, INDArray weights) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(json);
    if (tree.has("vertices")) {
      return new NetworkDefinition(ComputationGraphConfiguration.fromJson(json), weights);
    }
    if (tree.has("confs")) {
      return NetworkDefinition.of(MultiLayerConfiguration.fromJson(json), weights);
    }
    if (!tree.isObject()) {
      throw refusal(NO_FORMAT);
    }
    throw refusal(
        tree.has("class_name")
            ? "is a Keras configuration without weights; save the model as .h5"
            : "is JSON, but no configuration of DL4J: that has 'confs' or 'vertices'");
  }

  /** Reads a text, but no more of it than is allowed, and closes where it is from. */
  private String json(InputStream from) throws IOException {
    byte[] bytes;
    try (InputStream in = from) {
      bytes = in.readNBytes(InputLimits.JSON_BYTES + 1);
    }
    if (bytes.length > InputLimits.JSON_BYTES) {
      throw refusal(
          String.format(
              Locale.ROOT,
              "describes a network in more than %,d bytes, which are the most that are read",
              InputLimits.JSON_BYTES));
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private boolean begins(byte[] signature) {
    return Arrays.equals(Arrays.copyOf(head, Math.min(head.length, signature.length)), signature);
  }
}
