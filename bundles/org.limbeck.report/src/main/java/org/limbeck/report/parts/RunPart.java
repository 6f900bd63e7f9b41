package org.limbeck.report.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.report.DepartedDevice;
import org.limbeck.report.RunFolder;
import org.limbeck.report.RunFolderException;
import org.limbeck.report.RunRecord;
import org.limbeck.report.SavedRecord;

/**
 * A part of a run that has ended.
 *
 * @param folder its run folder
 * @param saved what was recorded of it
 */
public record RunPart(Path folder, SavedRecord saved) {

  /**
   * Reads the run folder of a part.
   *
   * @throws RunFolderException if it is not the folder of a run
   * @throws PartsException if the run has not ended, was not split, or its record is damaged
   */
  public static RunPart read(Path folder) throws IOException {
    if (!RunFolder.isFinished(folder)) {
      throw new PartsException(
          folder + ": this run has not ended; go on with: limbeck resume " + folder);
    }
    Path record = folder.resolve(SavedRecord.FILE);
    if (!Files.exists(record)) {
      throw whole(folder);
    }
    try {
      RunPart part = new RunPart(folder, SavedRecord.read(record));
      if (part.together().part().isEmpty()) {
        throw whole(folder);
      }
      return part;
    } catch (PartsException e) {
      throw e;
    } catch (IOException e) {
      throw new PartsException(e.getMessage(), e);
    }
  }

  /** Returns the place of its resolved experiment. */
  public Path experiment() {
    return folder.resolve(RunFolder.EXPERIMENT_FILE);
  }

  RunRecord together() {
    return saved.together();
  }

  /** Returns the ids of its devices, those that left included. */
  List<String> devices() {
    return Stream.concat(
            together().part().stream(), together().departed().stream().map(DepartedDevice::id))
        .distinct()
        .toList();
  }

  /**
   * Reads what its devices thought at an evaluation.
   *
   * @throws PartsException if that is missing or damaged
   */
  Decisions decisions(long round) throws PartsException {
    Path file = folder.resolve(Decisions.file(round));
    if (!Files.exists(file)) {
      throw new PartsException(file + " is missing: what these devices thought is not known");
    }
    try {
      return DecisionsFormat.read(file);
    } catch (IOException e) {
      throw new PartsException(e.getMessage(), e);
    }
  }

  private static PartsException whole(Path folder) {
    return new PartsException(
        folder + ": is a run of all its devices in one process, not a part to be joined");
  }
}
