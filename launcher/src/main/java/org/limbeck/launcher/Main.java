package org.limbeck.launcher;

/** Starts the distribution that this class is part of and hands it the command line. */
public final class Main {
  private static final int INTERRUPTED = 130;

  private Main() {}

  /**
   * Runs one command and exits with its code: 1 if there is nothing that could run it.
   *
   * @param args the command line, handed on as it is
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    try {
      return run(Distribution.ofLauncher(), args);
    } catch (LaunchException e) {
      System.err.println("limbeck: " + e.getMessage());
      return 1;
    }
  }

  private static int run(Distribution distribution, String[] args) {
    try (FrameworkSession session = FrameworkSession.create(distribution)) {
      Runtime.getRuntime().addShutdownHook(new Thread(session::close, "limbeck-stop"));
      return run(session, distribution, args);
    }
  }

  private static int run(FrameworkSession session, Distribution distribution, String[] args) {
    try {
      session.start(distribution.bundles());
      return session.command().applyAsInt(args);
    } catch (RuntimeException | LinkageError e) {
      if (!session.isClosed()) {
        throw e;
      }
      System.err.println("limbeck: interrupted");
      return INTERRUPTED;
    }
  }
}
