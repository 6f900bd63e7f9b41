package org.limbeck.api.protection;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether other users of this machine may change or read a file, by all that decides it: the owner
 * and the permissions of the file, of each folder above it, and of each symbolic link on the way to
 * it with all that is above its target. Everything must belong to the user of this process or to
 * root, and let nobody else write. A folder in which all may write, but take away only what is
 * theirs (the sticky bit, as on {@code /tmp}), is good enough above a file, not as the file itself.
 *
 * <p>On file systems that know neither users nor permissions nothing is found. Safe for use by
 * several threads.
 */
public final class FileProtection {
  private static final int MOST_LINKS = 40;

  private final FileStatus.Source source;
  private final int user;

  FileProtection(FileStatus.Source source, int user) {
    this.source = source;
    this.user = user;
  }

  /**
   * Returns the view of the user that this process runs as, which is the one that a new file
   * belongs to.
   *
   * @throws IOException if no temporary file can be made
   */
  public static FileProtection ofThisProcess() throws IOException {
    Path probe = Files.createTempFile("limbeck-", ".owner");
    try {
      int user = FileStatus.isKnown(probe) ? FileStatus.of(probe).user() : 0;
      return new FileProtection(FileStatus::of, user);
    } finally {
      Files.delete(probe);
    }
  }

  /**
   * Returns why others may change a file or folder, as a sentence that names what lets them and
   * what helps; empty if they may not.
   *
   * @throws IOException if it is not there, or cannot be looked at
   */
  public Optional<String> writableByOthers(Path path) throws IOException {
    return FileStatus.isKnown(path) ? new Walk(path).fault : Optional.empty();
  }

  /**
   * Returns why others may read or change a file, as a sentence that names what lets them and the
   * permissions that are allowed; empty if they may do neither.
   *
   * @throws IOException if it is not there, or cannot be looked at
   */
  public Optional<String> readableByOthers(Path path) throws IOException {
    if (!FileStatus.isKnown(path)) {
      return Optional.empty();
    }
    Walk walk = new Walk(path);
    return walk.end.letsOthersDoAnything()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%s may be read by others: its mode is %s, and rw------- is allowed; do: chmod 600"
                    + " %s",
                walk.place,
                walk.end.permissions(),
                walk.place))
        : walk.fault;
  }

  /** The way from the root to a file, through all links. */
  private final class Walk {
    private final Deque<Path> ahead = new ArrayDeque<>();
    private Path place;
    private FileStatus end;
    private Optional<String> fault = Optional.empty();

    Walk(Path path) throws IOException {
      goFromRoot(path.toAbsolutePath());
      int links = 0;
      while (!ahead.isEmpty()) {
        Path next = place.resolve(ahead.pop());
        if (next.endsWith("..")) {
          goTo(place.getParent() == null ? place : place.getParent());
        } else if (!next.endsWith(".")) {
          goTo(next);
        }
        if (end.isSymbolicLink()) {
          links++;
          if (links > MOST_LINKS) {
            throw new FileSystemLoopException(path.toString());
          }
          goFromRoot(next.resolveSibling(Files.readSymbolicLink(next)));
        }
      }
      if (end.letsOthersWrite()) {
        note(written());
      }
    }

    private void goFromRoot(Path path) throws IOException {
      for (int n = path.getNameCount() - 1; n >= 0; n--) {
        ahead.push(path.getName(n));
      }
      goTo(path.getRoot());
    }

    private void goTo(Path path) throws IOException {
      place = path;
      end = source.of(path);
      if (!end.belongsTo(user)) {
        note(
            path
                + " may be changed by others: it belongs to "
                + source.userName(path)
                + ", and must belong to the user of this process or to root");
      } else if (end.letsOthersChangeEntries()) {
        note(written());
      }
    }

    private String written() {
      return place
          + " may be changed by others: its mode is "
          + end.permissions()
          + "; do: chmod go-w "
          + place;
    }

    private void note(String reason) {
      fault = fault.or(() -> Optional.of(reason));
    }
  }
}
