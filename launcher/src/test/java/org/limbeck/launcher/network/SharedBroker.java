package org.limbeck.launcher.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.limbeck.itests.broker.Mosquitto;
import org.limbeck.launcher.process.DistributionCopy;

/**
 * A broker, and a distribution without DeepLearning4J, which the tests of a class share. Where
 * there is no broker to start, the class is skipped.
 */
public final class SharedBroker implements BeforeAllCallback, AfterAllCallback {
  private final Preparation preparation;
  private Path distribution;
  private Mosquitto mosquitto;

  /** What else a class needs in the distribution. */
  @FunctionalInterface
  public interface Preparation {
    /** Puts it there. */
    void prepare(Path distribution) throws IOException;
  }

  public SharedBroker() {
    this(distribution -> {});
  }

  public SharedBroker(Preparation preparation) {
    this.preparation = preparation;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
    Path place = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "shared-");
    mosquitto = new Mosquitto(place);
    distribution = DistributionCopy.small(place.resolve("limbeck"));
    preparation.prepare(distribution);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (mosquitto != null) {
      mosquitto.close();
    }
  }

  /** Returns the broker's address. */
  public String url() {
    return mosquitto.url();
  }

  /** Returns the folder of the distribution. */
  public Path distribution() {
    return distribution;
  }
}
