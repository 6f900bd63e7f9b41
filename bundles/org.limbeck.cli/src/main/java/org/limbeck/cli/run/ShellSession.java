package org.limbeck.cli.run;

import java.util.concurrent.TimeUnit;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.api.event.RunPaused;
import org.limbeck.api.event.RunStarted;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.control.Shell;

/**
 * A person in a shell on a running system, from the start of the run. When the person leaves, a run
 * that was told to pause goes on, and one that is held after its last round ends, now or later.
 */
final class ShellSession implements ProgressDisplay {
  private static final long CLOSE_MILLIS = TimeUnit.SECONDS.toMillis(2);

  private final Shell shell;
  private final RunControl control;
  private final Terminal terminal;
  private final RunObserver progress;
  private final Thread thread = new Thread(this::converse, "limbeck-shell");
  private volatile boolean left;

  ShellSession(Shell shell, RunControl control, Terminal terminal, ProgressFactory progress) {
    this.shell = shell;
    this.control = control;
    this.terminal = terminal;
    this.progress = progress.beside(() -> left);
    // the person may be thinking when everything else is done
    thread.setDaemon(true);
  }

  @Override
  public void on(RunEvent event) {
    progress.on(event);
    if (event instanceof RunStarted) {
      thread.start();
    } else if (event instanceof RunPaused && left) {
      goOnAlone();
    }
  }

  /** Ends the shell, if the person is still there. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = Thread.interrupted();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void converse() {
    try {
      shell.run();
    } catch (InterruptedException e) {
      // the run has ended
    } catch (RuntimeException e) {
      terminal.complain("the shell has failed: " + e);
    } finally {
      left = true;
      goOnAlone();
    }
  }

  private void goOnAlone() {
    switch (control.status().state()) {
      case PAUSED -> control.resume();
      case HELD -> control.end();
      default -> {}
    }
  }
}
