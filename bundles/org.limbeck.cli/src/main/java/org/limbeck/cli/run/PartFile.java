package org.limbeck.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.report.RunFolder;

/** Keeps in a run folder which devices of the experiment it is of: a line for each place. */
final class PartFile {
  private static final String NAME = "part.txt";

  private PartFile() {}

  /** Writes the places of devices, unless it is all of them. */
  static void write(RunFolder folder, List<Integer> places) throws IOException {
    if (!places.isEmpty()) {
      StringBuilder text = new StringBuilder();
      places.forEach(place -> text.append(place).append('\n'));
      folder.write(NAME, text.toString());
    }
  }

  /** Returns the places of devices; none for all. */
  static List<Integer> read(RunFolder folder) throws IOException {
    Path file = folder.path().resolve(NAME);
    List<Integer> places = new ArrayList<>();
    if (Files.isRegularFile(file)) {
      for (String line : Files.readAllLines(file)) {
        try {
          places.add(Integer.valueOf(line.strip()));
        } catch (NumberFormatException e) {
          throw new InvalidInputException(
              new Origin(file.toString(), places.size() + 1, ""),
              "it has the place of a device on every line, such as 3, not '" + line + "'");
        }
      }
    }
    return places;
  }
}
