package org.limbeck.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.launcher.process.Shell;

/**
 * An experiment in several processes, which reach each other by a broker.
 *
 * @param shell starts the processes
 * @param broker its address
 * @param experiment its file
 * @param places the devices of each process
 */
public record SplitRun(Shell shell, String broker, String experiment, List<String> places) {
  /** An experiment of five devices. */
  public static final String EXPERIMENT = "split.yaml";

  /** Its devices in four processes. */
  static final List<String> PLACES = List.of("0-1", "2", "3", "4");

  /** That experiment in four processes. */
  public SplitRun(Shell shell, String broker) {
    this(shell, broker, EXPERIMENT, PLACES);
  }

  /** That experiment in other processes. */
  SplitRun(Shell shell, String broker, List<String> places) {
    this(shell, broker, EXPERIMENT, places);
  }

  /** Returns the same run with processes that another shell starts. */
  SplitRun on(Shell other) {
    return new SplitRun(other, broker, experiment, places);
  }

  /** Runs it in one process, and returns the folder of what came of it. */
  Path whole(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("run", experiment, "--out=whole"));
    command.addAll(List.of(arguments));
    Shell.Result result = shell.run(command.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return shell.folder().resolve("whole");
  }

  /** Starts a process for each part, with more arguments. */
  public List<Shell.Running> start(String... arguments) throws IOException {
    List<Shell.Running> parts = new ArrayList<>();
    for (String part : places) {
      parts.add(startPart(part, broker, arguments));
    }
    return parts;
  }

  /** Starts the process of some devices. */
  public Shell.Running startPart(String part, String address, String... arguments)
      throws IOException {
    List<String> all =
        new ArrayList<>(List.of("run", experiment, "--broker", address, "--devices", part));
    all.addAll(List.of("--out", name(part), "--threads", "1"));
    all.addAll(List.of(arguments));
    return shell.start(all.toArray(String[]::new));
  }

  /** Goes on with all parts. */
  List<Shell.Running> resume(String... arguments) throws IOException {
    List<Shell.Running> parts = new ArrayList<>();
    for (String part : places) {
      parts.add(resumePart(part, arguments));
    }
    return parts;
  }

  /** Goes on with a part. */
  public Shell.Running resumePart(String part, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("resume", name(part), "--threads", "1"));
    all.addAll(List.of(arguments));
    return shell.start(all.toArray(String[]::new));
  }

  /** Waits until all parts have ended as they should. */
  public static void finish(List<Shell.Running> parts) throws IOException, InterruptedException {
    for (Shell.Running part : parts) {
      Shell.Result result = part.finish();
      assertThat(result.exitCode()).as(result.err()).isZero();
    }
  }

  /** Joins the parts, and returns the folder of what came of them. */
  public Path join() throws IOException, InterruptedException {
    Stream<String> parts = places.stream().map(SplitRun::name);
    String[] command =
        Stream.concat(Stream.concat(Stream.of("report"), parts), Stream.of("--out", "joined"))
            .toArray(String[]::new);
    Shell.Result result = shell.run(command);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return shell.folder().resolve("joined");
  }

  /** Returns the run folder of a part. */
  public Path folder(String part) {
    return shell.folder().resolve(name(part));
  }

  /** Returns the run folders of all parts. */
  Stream<Path> folders() {
    return places.stream().map(this::folder);
  }

  private static String name(String part) {
    return "part-" + part;
  }
}
