package org.limbeck.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What changes in an experiment that goes on, all of it between the same two rounds. Immutable. A
 * swap knows neither who asks for it nor the experiment that it will meet: it is checked when it is
 * applied.
 *
 * @param parts what changes, each key once, in the order in which they are written
 */
public record Swap(List<SwapPart> parts) {

  /**
   * Copies the parts.
   *
   * @throws IllegalArgumentException if two have the same key
   */
  public Swap {
    parts = List.copyOf(parts);
    if (parts.stream().map(SwapPart::key).distinct().count() < parts.size()) {
      throw new IllegalArgumentException("two parts of a swap have the same key: " + parts);
    }
  }

  /** Returns the swap of some parts. */
  public static Swap of(SwapPart... parts) {
    return new Swap(List.of(parts));
  }

  /** Returns the parts of a type, in their order. */
  public <T extends SwapPart> List<T> parts(Class<T> type) {
    List<T> found = new ArrayList<>();
    parts.stream().filter(type::isInstance).map(type::cast).forEach(found::add);
    return found;
  }

  /** Returns the part of a type of which there can be one. */
  public <T extends SwapPart> Optional<T> part(Class<T> type) {
    return parts(type).stream().findFirst();
  }

  /** Returns the values of all parts by key, as an experiment file has them. */
  public Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    parts.forEach(part -> values.put(part.key(), part.value()));
    return values;
  }
}
