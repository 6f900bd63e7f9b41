package org.limbeck.experiment.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.limbeck.api.algorithm.Privacy;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.experiment.HandoverSettings;

/**
 * Numbers that belong together, each with a key of its own in a group.
 *
 * @param what what the group is, in words
 * @param keys the keys, in the order in which they are written
 * @param reader makes the value of a group, given what it is where there is none
 * @param numbers gives the numbers of a value, in the order of the keys
 * @param <T> the value
 */
record GroupFormat<T>(
    String what,
    List<String> keys,
    BiFunction<YamlSection, T, T> reader,
    Function<T, List<Number>> numbers)
    implements ValueFormat<T> {
  /** Less protects nothing. */
  private static final float LEAST_NOISE = 0.01f;

  private static final float LEAST_DELTA = 1e-12f;
  private static final float LARGEST_DELTA = 0.1f;

  /** How a new model learns before it takes over. */
  static final GroupFormat<HandoverSettings> HANDOVER =
      new GroupFormat<>(
          "a handover",
          List.of("steps", "batch", "stepSize"),
          (group, byDefault) ->
              new HandoverSettings(
                  (int) group.integer("steps", 0, Integer.MAX_VALUE, byDefault.steps()),
                  (int) group.integer("batch", 1, Integer.MAX_VALUE, byDefault.batch()),
                  group.positive("stepSize", byDefault.stepSize())),
          handover -> List.of(handover.steps(), handover.batch(), handover.stepSize()));

  /** Which rows of a round a device sends. */
  static final GroupFormat<EventTrigger> TRIGGER =
      new GroupFormat<>(
          "a trigger",
          List.of("threshold", "share"),
          (group, byDefault) ->
              new EventTrigger(
                  group.number("threshold", 0, Float.MAX_VALUE, byDefault.threshold()),
                  group.number("share", EventTrigger.LEAST_SHARE, 1, byDefault.share())),
          trigger -> List.of(trigger.threshold(), trigger.share()));

  /** How training protects private rows, if it does. */
  static final GroupFormat<Optional<Privacy>> PRIVACY =
      new GroupFormat<>(
          "privacy",
          List.of("clip", "noise", "delta"),
          (group, none) -> Optional.of(privacy(group)),
          privacy ->
              privacy.map(p -> List.<Number>of(p.clip(), p.noise(), p.delta())).orElseThrow());

  @Override
  public T read(ExperimentSource source, String key, T byDefault) {
    return source.root().group(key).map(group -> read(group, byDefault)).orElse(byDefault);
  }

  private T read(YamlSection group, T byDefault) {
    T value = reader.apply(group, byDefault);
    group.rejectOthers("key of " + what);
    return value;
  }

  @Override
  public Object write(T value) {
    Map<String, Object> group = new LinkedHashMap<>();
    List<Number> written = numbers.apply(value);
    for (int n = 0; n < keys.size(); n++) {
      group.put(keys.get(n), written.get(n));
    }
    return group;
  }

  @Override
  public String form() {
    int last = keys.size() - 1;
    return keys.subList(0, last).stream()
        .collect(Collectors.joining("`, `", "group of `", "` and `" + keys.get(last) + "`"));
  }

  /** By way of the text, so that a delta of 0.00001 is not shown as 0.00000999…. */
  private static Privacy privacy(YamlSection group) {
    return new Privacy(
        group.positive("clip", 1),
        group.number("noise", LEAST_NOISE, Float.MAX_VALUE, 1.1f),
        Double.parseDouble(
            Float.toString(group.number("delta", LEAST_DELTA, LARGEST_DELTA, 1e-5f))));
  }
}
