package org.limbeck.experiment.file;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limbeck.experiment.yaml.YamlNode;

/** Reads which devices are meant: ids, numbers and ranges, such as {@code [1, 4-6]}. */
record DeviceList(List<String> known, Problems problems) {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
  private static final int MAX_RANGE = 1_000_000;

  /** Returns the ids that a node names, of devices that are there. */
  Set<String> read(YamlNode node) {
    Set<String> ids = new LinkedHashSet<>();
    for (YamlNode item : node.items()) {
      add(item, ids);
    }
    return ids;
  }

  private void add(YamlNode item, Set<String> ids) {
    String text = item instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      int from = Integer.parseInt(range.group(1));
      int to = Integer.parseInt(range.group(2));
      if (from > to || to - from > MAX_RANGE) {
        problems.add(item.origin(), text + " is no range of devices: write 4-6");
        return;
      }
      for (int number = from; number <= to; number++) {
        add(DeviceIds.of(number), item, ids);
      }
    } else if (text.matches("\\d{1,9}")) {
      add(DeviceIds.of(Long.parseLong(text)), item, ids);
    } else {
      add(text, item, ids);
    }
  }

  private void add(String id, YamlNode item, Set<String> ids) {
    if (known.contains(id)) {
      ids.add(id);
    } else {
      problems.add(
          item.origin(), "there is no device '" + id + "'; " + SpellingSuggestion.help(id, known));
    }
  }
}
