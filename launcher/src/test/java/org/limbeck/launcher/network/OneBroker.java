package org.limbeck.launcher.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.limbeck.itests.broker.Mosquitto;

/** A broker that goes away and comes back; or a way to it on which frames fare ill all the time. */
final class OneBroker implements Scene {
  private final Mosquitto broker;
  private final boolean goesAway;
  private final List<String> arguments;

  private OneBroker(Mosquitto broker, boolean goesAway, List<String> arguments) {
    this.broker = broker;
    this.goesAway = goesAway;
    this.arguments = arguments;
  }

  /** One that stays. */
  static OneBroker steady(Path folder) throws IOException, InterruptedException {
    return new OneBroker(new Mosquitto(folder), false, List.of());
  }

  /** One that goes away, and knows nothing when it comes back. */
  static OneBroker forgetful(Path folder) throws IOException, InterruptedException {
    return new OneBroker(new Mosquitto(folder), true, List.of());
  }

  /** One that goes away, and comes back with the sessions of all and what waits for them. */
  static OneBroker mindful(Path folder) throws IOException, InterruptedException {
    Mosquitto broker =
        new Mosquitto(folder, "persistence true", "persistence_location " + folder + "/");
    return new OneBroker(broker, true, List.of());
  }

  /** One that stays, and frames of which a share is lost, as many are repeated, and so on. */
  static OneBroker throughFaults(Path folder, double share)
      throws IOException, InterruptedException {
    return new OneBroker(
        new Mosquitto(folder),
        false,
        List.of(
            "--transport=faulty",
            "--set=transport.lost=" + share,
            "--set=transport.repeated=" + share,
            "--set=transport.late=" + share,
            "--set=transport.overtaken=" + share));
  }

  /** One that stays, and one value that is wrong in one frame of each device. */
  static OneBroker throughAForger(Path folder) throws IOException, InterruptedException {
    return new OneBroker(
        new Mosquitto(folder), false, List.of("--transport=faulty", "--set=transport.forged=40"));
  }

  @Override
  public String broker(String part) {
    return broker.url();
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }

  @Override
  public void strike() {
    if (goesAway) {
      broker.shutDown();
    }
  }

  @Override
  public void heal() throws IOException, InterruptedException {
    if (goesAway) {
      broker.start();
    }
  }

  @Override
  public void close() {
    broker.close();
  }
}
