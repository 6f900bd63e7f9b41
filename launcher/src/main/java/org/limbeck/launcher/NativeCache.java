package org.limbeck.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.limbeck.api.protection.FileProtection;
import org.limbeck.api.protection.PrivateFiles;

/**
 * The folder that DeepLearning4J unpacks its native code to, and loads it from the next time: one
 * that nobody else may change, as whoever can would have their code run.
 *
 * @param folder the folder
 */
record NativeCache(Path folder) {
  /** The system property in which the start script names a folder, and JavaCPP looks for it. */
  static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

  /**
   * Chooses the folder.
   *
   * @param wanted where it should be; empty if this user has no place of its own
   * @param fresh a folder of this process alone, for where it cannot be there
   * @param complaints is told why it cannot be there because of others
   */
  static NativeCache choose(Optional<Path> wanted, Path fresh, Consumer<String> complaints) {
    if (wanted.isEmpty()) {
      return new NativeCache(fresh);
    }
    try {
      PrivateFiles.createFolders(wanted.get());
      Optional<String> fault = FileProtection.ofThisProcess().writableByOthers(wanted.get());
      fault.ifPresent(
          reason ->
              complaints.accept("native code is not kept, and unpacked at each start: " + reason));
      return new NativeCache(fault.isPresent() ? fresh : wanted.get());
    } catch (IOException cannotBeWritten) {
      return new NativeCache(fresh);
    }
  }

  /** Chooses the folder, before anything is loaded from it. */
  static void set(Storage storage) {
    NativeCache cache =
        choose(
            Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of),
            storage.folder().resolve("native"),
            complaint -> System.err.println("limbeck: " + complaint));
    System.setProperty(PROPERTY, cache.folder().toString());
  }
}
