package org.limbeck.launcher.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file system of its own in memory, which is soon full and can be made read-only. */
public final class Disk implements AutoCloseable {
  private static final String BALLAST = ".ballast";

  private final Path place;
  private int mounted;

  /** Mounts one, or has the test skipped where that cannot be done. */
  public Disk(Path place, int kilobytes) throws IOException {
    this.place = Files.createDirectories(place);
    String fault = mount("-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", place.toString());
    assumeTrue(fault.isEmpty(), () -> "no file system can be mounted here: " + fault);
    mounted++;
  }

  public Path place() {
    return place;
  }

  /** Makes it large enough for anything. */
  public void grow() throws IOException {
    require(mount("-o", "remount,size=64m", place.toString()));
  }

  /** Leaves no room at all; who was just writing may make some again. */
  public void fill() throws IOException {
    try (OutputStream out =
        Files.newOutputStream(
            place.resolve(BALLAST), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      byte[] page = new byte[4096];
      while (true) {
        out.write(page);
      }
    } catch (IOException full) {
      // as it should be
    }
  }

  /** Undoes {@link #fill}. */
  public void clear() throws IOException {
    Files.delete(place.resolve(BALLAST));
  }

  /** Lets nobody open a file to write, or make or remove one. Files that are open stay open. */
  public void protect() throws IOException {
    require(mount("--bind", place.toString(), place.toString()));
    mounted++;
    require(mount("-o", "remount,bind,ro", place.toString()));
  }

  /** Undoes {@link #protect}. */
  public void unprotect() throws IOException {
    unmount();
  }

  @Override
  public void close() throws IOException {
    while (mounted > 0) {
      unmount();
    }
  }

  /** A process that is about to end may still use it. */
  private void unmount() throws IOException {
    require(execute("umount", "--lazy", place.toString()));
    mounted--;
  }

  private static String mount(String... arguments) throws IOException {
    String[] command = new String[arguments.length + 1];
    command[0] = "mount";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return execute(command);
  }

  /** Returns what is wrong; nothing if all is well. */
  private static String execute(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectInput(Redirect.PIPE).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.onExit().join().exitValue() == 0 ? "" : said.strip() + " ";
  }

  private static void require(String fault) throws IOException {
    if (!fault.isEmpty()) {
      throw new IOException(fault);
    }
  }
}
