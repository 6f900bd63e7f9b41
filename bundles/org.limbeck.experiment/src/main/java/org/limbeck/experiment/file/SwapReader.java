package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.limbeck.experiment.DeviceSelection;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.PluginRequest;
import org.limbeck.experiment.Swap;
import org.limbeck.experiment.SwapPart;
import org.limbeck.experiment.SwappableNumber;
import org.limbeck.experiment.yaml.YamlNode;
import org.limbeck.experiment.yaml.YamlParser;

/**
 * Reads swaps of YAML, with nothing known of the experiment that they will meet: {@link
 * SwapApplier} checks them against one.
 */
public final class SwapReader {

  /**
   * Reads a swap of a text, written like an entry of {@code swaps} in an experiment, without its
   * round: {@code {topology: {name: small-world, neighbours: 4}}}, {@code {architecture: {name:
   * mlp, hidden: [64]}, devices: [1, 4-6]}}, {@code {join: softmax}}, {@code {leave: [3]}}, {@code
   * {algorithm: {regularization: 5}}} (options of the plug-in in use), {@code {localSteps: 2}}.
   *
   * @param text one YAML document
   * @param source who asks for it
   * @throws InvalidInputException with every reason why it can be no swap
   */
  public Swap read(String text, String source) {
    return read(new YamlParser().parse(text, new Origin(source, 0, "")));
  }

  /**
   * Reads a swap.
   *
   * @throws InvalidInputException with every reason why it can be no swap
   */
  public Swap read(YamlNode node) {
    Problems problems = new Problems();
    Swap swap = read(node, problems);
    problems.requireNone();
    return swap;
  }

  /** Reads as much of a swap as there is, and notes what is wrong. */
  Swap read(YamlNode node, Problems problems) {
    YamlSection section = YamlSection.of(node, problems);
    int before = problems.size();
    Map<String, SwapPart> parts = new HashMap<>();
    Stream.of(plugins(section, problems), devices(section, problems), numbers(section))
        .flatMap(List::stream)
        .forEach(part -> parts.put(part.key(), part));
    section
        .find(AdversariesFormat.KEY)
        .or(() -> section.find(PluginKind.ATTACK.key()))
        .ifPresent(
            adversaries ->
                problems.add(
                    adversaries.origin(),
                    "adversaries stay what they are while devices learn; other devices cannot"
                        + " become any"));
    section.rejectOthers("key of a change");
    if (problems.size() == before && section.isEmpty()) {
      problems.add(section.origin(), "this changes nothing: name what shall be swapped");
    }
    return new Swap(section.keys().stream().map(parts::get).filter(Objects::nonNull).toList());
  }

  private static List<SwapPart> plugins(YamlSection section, Problems problems) {
    return Stream.of(PluginKind.values())
        .filter(PluginKind::isShared)
        .flatMap(
            kind ->
                section
                    .find(kind.key())
                    .flatMap(node -> plugin(node, problems))
                    .<SwapPart>map(plugin -> new SwapPart.PluginSwap(kind, plugin))
                    .stream())
        .toList();
  }

  private static List<SwapPart> devices(YamlSection section, Problems problems) {
    List<SwapPart> parts = new ArrayList<>();
    section
        .find(SwapPart.DeviceLeave.KEY)
        .map(node -> new SwapPart.DeviceLeave(selection(node)))
        .ifPresent(parts::add);
    Optional<YamlNode> architecture = section.find(PluginKind.ARCHITECTURE.key());
    Optional<SwapPart> swap =
        architecture.flatMap(node -> plugin(node, problems)).map(SwapPart.ArchitectureSwap::new);
    swap.ifPresent(parts::add);
    section
        .find(SwapPart.SwapScope.KEY)
        .filter(node -> architecture.isPresent() == swap.isPresent())
        .map(node -> new SwapPart.SwapScope(selection(node)))
        .ifPresent(parts::add);
    section
        .find(SwapPart.DeviceJoin.KEY)
        .flatMap(node -> join(node, problems))
        .ifPresent(parts::add);
    return parts;
  }

  private static List<SwapPart> numbers(YamlSection section) {
    return Stream.of(SwappableNumber.values())
        .filter(number -> section.find(number.key()).isPresent())
        .<SwapPart>map(
            number ->
                new SwapPart.NumberSwap(number, section.integer(number.key(), 1, number.max(), 1)))
        .toList();
  }

  private static Optional<PluginRequest> plugin(YamlNode node, Problems problems) {
    if (node instanceof YamlNode.Scalar scalar && scalar.value() instanceof String name) {
      return Optional.of(new PluginRequest.ByName(name));
    }
    YamlSection.of(node, problems);
    return node instanceof YamlNode.Mapping mapping
        ? Optional.of(new PluginRequest.ByKeys(mapping.value()))
        : Optional.empty();
  }

  private static Optional<SwapPart> join(YamlNode node, Problems problems) {
    boolean listed = node instanceof YamlNode.Sequence;
    List<PluginRequest> architectures =
        node.items().stream().flatMap(item -> plugin(item, problems).stream()).toList();
    return listed || !architectures.isEmpty()
        ? Optional.of(new SwapPart.DeviceJoin(architectures, listed))
        : Optional.empty();
  }

  private static DeviceSelection selection(YamlNode node) {
    return node instanceof YamlNode.Sequence sequence
        ? new DeviceSelection(sequence.value(), true)
        : new DeviceSelection(Collections.singletonList(node.value()), false);
  }
}
