package org.limbeck.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * A run folder cannot be where it was asked for. The message says where, why, and what helps: it is
 * the user's to mend.
 */
public final class RunFolderException extends IOException {
  private static final long serialVersionUID = 1L;

  RunFolderException(Path place, IOException cause, String remedy) {
    super("run folder " + place + ": " + reason(place, cause) + "; " + remedy, cause);
  }

  private static String reason(Path place, IOException cause) {
    if (!(cause instanceof FileSystemException failure)) {
      return cause.getMessage();
    }
    String subject = place.toString().equals(failure.getFile()) ? "it" : failure.getFile();
    if (failure instanceof NotDirectoryException) {
      return subject + " is not a folder";
    }
    if (failure instanceof AccessDeniedException || failure instanceof NoSuchFileException) {
      return subject + " cannot be written";
    }
    return failure.getReason() == null ? failure.getMessage() : subject + " " + failure.getReason();
  }
}
