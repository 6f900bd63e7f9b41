package org.limbeck.shell.command;

import java.util.Locale;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.control.RunStatus;
import picocli.CommandLine.Option;

/** The option that waits until a run stands still. */
final class WaitOption {
  private static final long POLL_MILLIS = 50;

  @Option(names = "--wait", description = "Return only when the run stands still.")
  private boolean wait;

  /** Returns the sentence, or waits first and returns where the run stands. */
  String after(RunControl run, String sentence) throws InterruptedException {
    if (!wait) {
      return sentence;
    }
    RunStatus status = run.status();
    while (status.state() == RunStatus.State.RUNNING) {
      Thread.sleep(POLL_MILLIS);
      status = run.status();
    }
    return status.state().name().toLowerCase(Locale.ROOT) + " after round " + status.round();
  }
}
