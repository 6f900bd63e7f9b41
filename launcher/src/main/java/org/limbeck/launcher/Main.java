package org.limbeck.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts the distribution that this class is part of and hands it the command line. */
public final class Main {
  private static final int INTERRUPTED = 130;

  private Main() {}

  /**
   * Runs one command and exits with its code: 1 if there is nothing that could run it.
   *
   * @param args {@code --web-console}, with a port or {@code uploads} or without, or nothing; then
   *     the command line, handed on as it is
   */
  public static void main(String[] args) {
    // Libraries and the framework write versions and numbers in the digits of the user's language.
    Locale.setDefault(Locale.ENGLISH);
    System.exit(run(args));
  }

  private static int run(String[] args) {
    try {
      Distribution distribution = Distribution.ofLauncher();
      Optional<WebConsole> console = args.length == 0 ? Optional.empty() : WebConsole.of(args[0]);
      return console.isPresent()
          ? run(distribution, console.get(), Arrays.copyOfRange(args, 1, args.length))
          : run(distribution, args);
    } catch (LaunchException e) {
      System.err.println("limbeck: " + e.getMessage());
      return e.exitCode();
    }
  }

  private static int run(Distribution distribution, String[] args) {
    try (FrameworkSession session = open(distribution.frameworkProperties())) {
      return run(session, distribution.bundles(), () -> {}, args);
    }
  }

  private static int run(Distribution distribution, WebConsole console, String[] args) {
    console.requirePort();
    PasswordFile password =
        new PasswordFile(distribution.home().resolve("etc/web-console.password"));
    Map<String, String> properties = new HashMap<>(distribution.frameworkProperties());
    properties.putAll(console.frameworkProperties(password.password()));
    List<Path> bundles =
        Stream.of(distribution.bundles(), console.bundles(distribution))
            .flatMap(List::stream)
            .toList();
    try (FrameworkSession session = open(properties)) {
      return run(session, bundles, () -> announce(session, password), args);
    }
  }

  private static FrameworkSession open(Map<String, String> properties) {
    FrameworkSession session = FrameworkSession.create(properties);
    Runtime.getRuntime().addShutdownHook(new Thread(session::close, "limbeck-stop"));
    return session;
  }

  private static int run(
      FrameworkSession session, List<Path> bundles, Runnable started, String[] args) {
    try {
      session.start(bundles);
      started.run();
      return session.command().applyAsInt(args);
    } catch (RuntimeException | LinkageError e) {
      if (!session.isClosed()) {
        throw e;
      }
      System.err.println("limbeck: interrupted");
      return INTERRUPTED;
    }
  }

  private static void announce(FrameworkSession session, PasswordFile password) {
    System.err.println("limbeck: " + WebConsole.announcement(session.httpEndpoint(), password));
  }
}
