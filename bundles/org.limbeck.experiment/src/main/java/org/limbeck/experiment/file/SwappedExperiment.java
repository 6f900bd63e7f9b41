package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentBuilder;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.Swap;
import org.limbeck.experiment.SwapPart;
import org.limbeck.experiment.SwappableNumber;
import org.limbeck.experiment.yaml.YamlNode;

/**
 * What an experiment becomes by a swap. Notes what does not fit, and goes on without it.
 *
 * @param current the experiment as it is
 * @param swap what changes
 * @param origins where the values of the swap were written
 * @param plugins reads plug-ins
 * @param problems takes what does not fit
 */
record SwappedExperiment(
    Experiment current,
    Swap swap,
    SwapOrigins origins,
    PluginChoiceReader plugins,
    Problems problems) {
  /** The numbers that the accountant of privacy counts on. */
  private static final Set<SwappableNumber> COUNTED =
      EnumSet.of(SwappableNumber.LOCAL_STEPS, SwappableNumber.BATCH);

  /**
   * Returns the experiment as it shall be.
   *
   * @param nextDevice the number of the next device that joins
   */
  Experiment next(long nextDevice) {
    Map<PluginKind, PluginChoice> chosen = chosenPlugins();
    List<DeviceSpec> devices = new ArrayList<>(current.devices());
    swap.part(SwapPart.DeviceLeave.class).ifPresent(part -> leave(part, devices));
    swapArchitectures(devices);
    swap.part(SwapPart.DeviceJoin.class).ifPresent(part -> join(part, nextDevice, devices));
    ExperimentBuilder next = current.toBuilder().plugins(chosen).devices(devices);
    swap.parts(SwapPart.NumberSwap.class).stream()
        .sorted(Comparator.comparing(SwapPart.NumberSwap::number))
        .forEach(part -> set(part, next));
    return next.build();
  }

  private Map<PluginKind, PluginChoice> chosenPlugins() {
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
      problems.add(
          node.origin(),
          "the private data belong to the devices, and cannot be swapped while they learn");
      return Optional.empty();
    }
    return plugins.read(present, node);
  }

  private void leave(SwapPart.DeviceLeave part, List<DeviceSpec> devices) {
    Set<String> leaving = selected(part);
    devices.removeIf(device -> leaving.contains(device.id()));
    if (devices.stream().allMatch(device -> device.attack().isPresent())) {
      String last = devices.isEmpty() ? "the last device" : "the last honest device";
      problems.add(origins.node(part).origin(), last + " cannot leave");
    }
  }

  private void swapArchitectures(List<DeviceSpec> devices) {
    Optional<SwapPart.ArchitectureSwap> architecture = swap.part(SwapPart.ArchitectureSwap.class);
    Optional<SwapPart.SwapScope> scope = swap.part(SwapPart.SwapScope.class);
    if (architecture.isEmpty()) {
      scope.ifPresent(
          part ->
              problems.add(
                  origins.node(part).origin(),
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
    long number = nextDevice;
    for (YamlNode newcomer : origins.node(part).items()) {
      Optional<PluginChoice> architecture = plugins.read(PluginKind.ARCHITECTURE, newcomer);
      if (architecture.isPresent()) {
        devices.add(new DeviceSpec(DeviceIds.of(number++), architecture.get()));
      }
    }
  }

  private void set(SwapPart.NumberSwap part, ExperimentBuilder next) {
    if (current.training().privacy().isPresent() && COUNTED.contains(part.number())) {
      problems.add(
          origins.node(part).origin(),
          "with privacy this stays as it is while devices learn: the accountant counts on it");
    } else {
      part.number().set(next, part.to());
    }
  }

  private Set<String> selected(SwapPart part) {
    return new DeviceList(current.deviceIds(), problems).read(origins.node(part));
  }
}
