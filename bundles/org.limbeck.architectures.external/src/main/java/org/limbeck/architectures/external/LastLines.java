package org.limbeck.architectures.external;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads a stream to its end and keeps its last lines, which are cut where they are long. */
final class LastLines implements Runnable {
  private static final int LINES = 8;
  private static final int LONGEST = 200;
  private static final int PIECE = 1 << 12;

  private final InputStream in;
  private final Deque<String> lines = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();

  LastLines(InputStream in) {
    this.in = in;
  }

  @Override
  public void run() {
    char[] piece = new char[PIECE];
    try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      for (int read = reader.read(piece); read >= 0; read = reader.read(piece)) {
        take(piece, read);
      }
    } catch (IOException e) {
      // The program has ended, and its lines with it.
    }
  }

  /** Returns the last lines that are not blank, with control characters escaped. */
  synchronized List<String> lines() {
    endLine();
    return List.copyOf(lines);
  }

  private synchronized void take(char[] piece, int count) {
    for (int i = 0; i < count; i++) {
      if (piece[i] == '\n' || piece[i] == '\r') {
        endLine();
      } else if (line.length() < LONGEST) {
        line.append(piece[i]);
      }
    }
  }

  private void endLine() {
    if (!line.toString().isBlank()) {
      if (lines.size() == LINES) {
        lines.removeFirst();
      }
      lines.add(Shown.text(line.toString().replace('\t', ' ').strip()));
    }
    line.setLength(0);
  }
}
