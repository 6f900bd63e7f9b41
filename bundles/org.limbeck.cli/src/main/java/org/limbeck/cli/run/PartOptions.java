package org.limbeck.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be said about the devices of a run that are in other processes. */
final class PartOptions {
  private static final String MQTT = "mqtt";
  private static final Pattern RANGE = Pattern.compile("(\\d{1,7})(?:-(\\d{1,7}))?");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--transport",
      paramLabel = "NAME",
      description =
          "What carries frames: as --set transport.name=NAME. mqtt without --broker starts a broker"
              + " for trying things, as --broker embedded does.")
  private String transport;

  @Option(
      names = "--broker",
      paramLabel = "URL",
      description =
          "The broker that carries frames, such as mqtt://localhost:1883: as --set"
              + " transport.name=mqtt with this broker, and a network that is named after the"
              + " experiment and its seed.")
  private String broker;

  @Option(
      names = "--devices",
      paramLabel = "PLACES",
      description =
          "Run these devices only, such as 0-3 or 0,2,5-7; the first one is 0. Other processes run"
              + " the others, and limbeck report joins what came of it.")
  private String devices;

  /**
   * Returns the settings that come before those that the user makes.
   *
   * @param network returns the name of a network of its own, for where none is named
   */
  List<String> settings(Supplier<String> network) {
    List<String> settings = new ArrayList<>();
    String name = transport == null && broker != null ? MQTT : transport;
    if (name != null) {
      settings.add("transport.name=" + name);
    }
    if (broker != null || MQTT.equals(name)) {
      settings.add("transport.broker=" + (broker == null ? "embedded" : broker));
      settings.add("transport.network=" + network.get());
    }
    return settings;
  }

  /**
   * Returns the places of the devices; none for all.
   *
   * @throws ParameterException if they are not places
   */
  List<Integer> devices() {
    List<Integer> places = new ArrayList<>();
    if (devices == null) {
      return places;
    }
    for (String range : devices.split(",", -1)) {
      Matcher matcher = RANGE.matcher(range.strip());
      if (!matcher.matches()) {
        throw wrong();
      }
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      if (last < first) {
        throw wrong();
      }
      for (int place = first; place <= last; place++) {
        places.add(place);
      }
    }
    return places;
  }

  private ParameterException wrong() {
    return new ParameterException(
        spec.commandLine(),
        "Invalid value for option '--devices': it is places such as 0-3 or 0,2,5-7, not '"
            + devices
            + "'");
  }
}
