package org.limbeck.cli.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is to be done of a comparison; without one of these, all of it. */
@SuppressWarnings("UnusedVariable") // picocli sets the fields
final class ComparisonTask {
  @Option(names = "--list", description = "Number the runs, say which have ended, and run nothing.")
  private boolean list;

  @Option(
      names = "--only",
      paramLabel = "K",
      description =
          "Run the one with this number of --list, from 1, and write no tables: for array jobs.")
  private Integer only;

  @Option(
      names = "--collect",
      paramLabel = "DIR",
      arity = "1..*",
      description =
          "Run nothing: copy the runs that have ended from these folders of comparisons, or of"
              + " runs, and compare them.")
  private List<Path> collect = new ArrayList<>();

  boolean list() {
    return list;
  }

  /** Returns the number of the run that is wanted; null for all. */
  Integer only() {
    return only;
  }

  /** Returns the folders to collect from; none if runs are to be run. */
  List<Path> collect() {
    return collect;
  }
}
