package org.limbeck.report;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A folder is there and no run may write to it; the reason says what it is, as a verb does. */
final class UnfitFolderException extends FileSystemException {
  private static final long serialVersionUID = 1L;

  UnfitFolderException(Path folder, String reason) {
    super(folder.toString(), null, reason);
  }
}
