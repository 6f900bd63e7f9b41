package org.limbeck.launcher.network;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the devices of parts of a run thought at the last evaluation: their soft decisions, and what
 * they took for the mean of all, by their ids. Read as docs/splitting-runs.md has it.
 */
final class Estimates {
  private static final int MAGIC = 0x4c424b44;
  private static final int VERSION = 1;

  private final SortedMap<String, float[]> decisions = new TreeMap<>();
  private final SortedMap<String, float[]> estimates = new TreeMap<>();

  /** Adds the devices of a part. */
  void read(Path part) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(latest(part)))) {
      if (in.readInt() != MAGIC || in.readInt() != VERSION) {
        throw new IOException("no decisions of this version in " + part);
      }
      in.readLong();
      int values = in.readInt() * in.readInt();
      for (int devices = in.readInt(); devices > 0; devices--) {
        String device = in.readUTF();
        decisions.put(device, floats(in, values));
        estimates.put(device, floats(in, values));
      }
    }
  }

  /** Returns the number of devices. */
  int count() {
    return decisions.size();
  }

  /** Returns how far the mean of the estimates is from that of the soft decisions at the most. */
  double drift() {
    return distance(mean(estimates.values()), mean(decisions.values()));
  }

  /** Returns how far an estimate is from the mean of the soft decisions at the most. */
  double distance() {
    double[] mean = mean(decisions.values());
    return estimates.values().stream()
        .mapToDouble(estimate -> distance(mean(List.of(estimate)), mean))
        .max()
        .orElseThrow();
  }

  /** Returns the greatest difference of two values; NaN if one is. */
  private static double distance(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElseThrow();
  }

  private static double[] mean(Collection<float[]> all) {
    double[] mean = new double[all.iterator().next().length];
    for (float[] values : all) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += values[i] / all.size();
      }
    }
    return mean;
  }

  /** Others may be half written, under other names. */
  private static Path latest(Path part) throws IOException {
    try (Stream<Path> files = Files.list(part.resolve("decisions"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d+\\.bin"))
          .max(Comparator.comparingLong(Estimates::round))
          .orElseThrow();
    }
  }

  private static long round(Path file) {
    return Long.parseLong(file.getFileName().toString().replace(".bin", ""));
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    float[] values = new float[count];
    ByteBuffer.wrap(in.readNBytes(count * Float.BYTES)).asFloatBuffer().get(values);
    return values;
  }
}
