package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.limbeck.api.algorithm.Training;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.Problem;
import org.limbeck.experiment.Swap;
import org.limbeck.experiment.SwapPart;
import org.limbeck.experiment.SwappableNumber;
import org.limbeck.experiment.yaml.YamlNode;

/** What an experiment becomes by a swap. Notes what does not fit, and goes on without it. */
final class SwappedExperiment {
  private final Experiment current;
  private final Swap swap;
  private final SwapOrigins origins;
  private final PluginChoiceReader plugins;
  private final List<Problem> problems;

  /**
   * Applies a swap.
   *
   * @param current the experiment as it is
   * @param origins where the values of the swap were written
   * @param problems takes what does not fit
   */
  SwappedExperiment(
      Experiment current,
      Swap swap,
      SwapOrigins origins,
      PluginChoiceReader plugins,
      List<Problem> problems) {
    this.current = current;
    this.swap = swap;
    this.origins = origins;
    this.plugins = plugins;
    this.problems = problems;
  }

  /**
   * Returns the experiment as it shall be.
   *
   * @param nextDevice the number of the next device that joins
   */
  Experiment next(long nextDevice) {
    Map<PluginKind, PluginChoice> chosen = plugins();
    List<DeviceSpec> devices = new ArrayList<>(current.devices());
    swap.part(SwapPart.DeviceLeave.class).ifPresent(part -> leave(part, devices));
    swapArchitectures(devices);
    swap.part(SwapPart.DeviceJoin.class).ifPresent(part -> join(part, nextDevice, devices));
    return current.toBuilder()
        .plugins(chosen)
        .devices(devices)
        .training(training())
        .evaluateEvery(number(SwappableNumber.EVALUATE_EVERY, current.evaluateEvery()))
        .build();
  }

  private Map<PluginKind, PluginChoice> plugins() {
    Map<PluginKind, PluginChoice> chosen = new EnumMap<>(current.plugins());
    swap.parts(SwapPart.PluginSwap.class).stream()
        .sorted(Comparator.comparing(SwapPart.PluginSwap::kind))
        .forEach(
            part ->
                swapped(current.plugin(part.kind()), origins.node(part))
                    .ifPresent(choice -> chosen.put(part.kind(), choice)));
    return chosen;
  }

  private Optional<PluginChoice> swapped(PluginChoice present, YamlNode node) {
    if (present.kind() == PluginKind.DATA || present.kind() == PluginKind.PARTITION) {
      note(node, "the private data belong to the devices, and cannot be swapped while they learn");
      return Optional.empty();
    }
    return plugins.read(present, node);
  }

  private void leave(SwapPart.DeviceLeave part, List<DeviceSpec> devices) {
    Set<String> leaving = selected(part);
    devices.removeIf(device -> leaving.contains(device.id()));
    if (devices.stream().allMatch(device -> device.attack().isPresent())) {
      String last = devices.isEmpty() ? "the last device" : "the last honest device";
      note(origins.node(part), last + " cannot leave");
    }
  }

  private void swapArchitectures(List<DeviceSpec> devices) {
    Optional<SwapPart.ArchitectureSwap> architecture = swap.part(SwapPart.ArchitectureSwap.class);
    Optional<SwapPart.SwapScope> scope = swap.part(SwapPart.SwapScope.class);
    if (architecture.isEmpty()) {
      scope.ifPresent(
          part ->
              note(
                  origins.node(part),
                  "devices says whose architecture is swapped, but there is no architecture here;"
                      + " leave names its devices itself"));
      return;
    }
    Set<String> concerned =
        scope.map(this::selected).orElseGet(() -> new LinkedHashSet<>(current.deviceIds()));
    YamlNode node = origins.node(architecture.get());
    int before = problems.size();
    for (int n = 0; n < devices.size() && problems.size() == before; n++) {
      DeviceSpec device = devices.get(n);
      if (concerned.contains(device.id())) {
        int place = n;
        plugins
            .read(device.architecture(), node)
            .ifPresent(choice -> devices.set(place, device.withArchitecture(choice)));
      }
    }
  }

  private void join(SwapPart.DeviceJoin part, long nextDevice, List<DeviceSpec> devices) {
    YamlNode node = origins.node(part);
    List<YamlNode> newcomers =
        node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
    long number = nextDevice;
    for (YamlNode newcomer : newcomers) {
      Optional<PluginChoice> architecture = plugins.read(PluginKind.ARCHITECTURE, newcomer);
      if (architecture.isPresent()) {
        devices.add(new DeviceSpec(DeviceIds.of(number++), architecture.get()));
      }
    }
  }

  private Training training() {
    Training training = current.training();
    if (training.privacy().isPresent()) {
      Stream.of(SwappableNumber.LOCAL_STEPS, SwappableNumber.BATCH)
          .flatMap(number -> part(number).stream())
          .forEach(
              part ->
                  note(
                      origins.node(part),
                      "with privacy this stays as it is while devices learn: the accountant"
                          + " counts on it"));
      return training;
    }
    return new Training(
        (int) number(SwappableNumber.LOCAL_STEPS, training.localSteps()),
        (int) number(SwappableNumber.BATCH, training.batch()));
  }

  private long number(SwappableNumber number, long present) {
    return part(number).map(SwapPart.NumberSwap::to).orElse(present);
  }

  private Optional<SwapPart.NumberSwap> part(SwappableNumber number) {
    return swap.parts(SwapPart.NumberSwap.class).stream()
        .filter(part -> part.number() == number)
        .findFirst();
  }

  private Set<String> selected(SwapPart part) {
    return new DeviceList(current.deviceIds(), problems).read(origins.node(part));
  }

  private void note(YamlNode node, String message) {
    problems.add(new Problem(node.origin(), message));
  }
}
