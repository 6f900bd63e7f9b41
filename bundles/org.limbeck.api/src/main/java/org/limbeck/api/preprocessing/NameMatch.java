package org.limbeck.api.preprocessing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the names of one table stand in another.
 *
 * @param missing those that are wanted, and not there
 * @param extra those that are there, and not wanted
 * @param repeated those that are there more than once
 * @param places where each wanted name stands first, from 0; −1 where it is missing
 */
public record NameMatch(
    List<String> missing, List<String> extra, List<String> repeated, int[] places) {

  /**
   * Looks for names.
   *
   * @param wanted the names of one table
   * @param there the names of the other
   */
  public static NameMatch of(List<String> wanted, List<String> there) {
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < there.size(); place++) {
      places.putIfAbsent(there.get(place), place);
    }
    Set<String> known = new HashSet<>(wanted);
    Set<String> seen = new HashSet<>();
    return new NameMatch(
        wanted.stream().filter(name -> !places.containsKey(name)).toList(),
        there.stream().filter(name -> !known.contains(name)).distinct().toList(),
        there.stream().filter(name -> !seen.add(name)).distinct().toList(),
        wanted.stream().mapToInt(name -> places.getOrDefault(name, -1)).toArray());
  }
}
