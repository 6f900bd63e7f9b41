package org.limbeck.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * A run folder cannot be where it was asked for, or a file in it cannot be written. The message
 * says where, why, and what helps where that is not clear: it is the user's to mend.
 */
public final class RunFolderException extends IOException {
  private static final long serialVersionUID = 1L;

  RunFolderException(Path place, IOException cause, String remedy) {
    super("run folder " + place + ": " + fault(place, cause) + "; " + remedy, cause);
  }

  /** Says that a file in a run folder cannot be written. */
  RunFolderException(Path file, IOException cause) {
    super(file + ": it cannot be written: " + reason(cause), cause);
  }

  private static String fault(Path place, IOException cause) {
    if (!(cause instanceof FileSystemException failure)) {
      return "it cannot be written: " + reason(cause);
    }
    String subject = place.toString().equals(failure.getFile()) ? "it" : failure.getFile();
    if (failure instanceof UnfitFolderException) {
      return subject + " " + failure.getReason();
    }
    return failure instanceof NotDirectoryException
        ? subject + " is not a folder"
        : subject + " cannot be written: " + reason(failure);
  }

  /** Says in words what the operating system had against it. */
  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "its folder is not there";
    }
    if (cause instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    String message = String.valueOf(cause.getMessage());
    int bracket = message.lastIndexOf(" (");
    return cause instanceof FileNotFoundException && bracket >= 0
        ? message.substring(bracket + 2, message.length() - 1)
        : message;
  }
}
