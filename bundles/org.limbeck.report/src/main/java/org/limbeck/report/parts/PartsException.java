package org.limbeck.report.parts;

import java.io.IOException;

/** Folders are not the parts of one run. The message says why: it is the user's to mend. */
public final class PartsException extends IOException {
  private static final long serialVersionUID = 1L;

  PartsException(String message) {
    super(message);
  }

  PartsException(String message, Throwable cause) {
    super(message, cause);
  }
}
