package org.limbeck.launcher.network;

import java.io.IOException;
import java.util.List;
import org.limbeck.launcher.process.Shell;

/** A network that the parts of a run are on, and what can happen to it. */
interface Scene extends AutoCloseable {

  /** Returns the address of the broker of a part. */
  String broker(String part);

  /** Returns what starts the process of a part where it belongs. */
  default Shell shell(Shell shell, String part) {
    return shell;
  }

  /** Returns what all parts are started with. */
  default List<String> arguments() {
    return List.of();
  }

  /** Lets it happen. */
  void strike() throws IOException, InterruptedException;

  /** Lets all be well again. */
  void heal() throws IOException, InterruptedException;

  @Override
  void close();
}
