package org.limbeck.cli.data;

import java.io.IOException;

/** A file could not be downloaded, or is not what its publisher states. */
public final class DownloadException extends IOException {
  private static final long serialVersionUID = 1;

  DownloadException(String message, Throwable cause) {
    super(message, cause);
  }
}
