package org.limbeck.topologies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.topology.Topology;
import org.limbeck.testkit.TopologyContract;

class EdgeListContractTest extends TopologyContract {
  private static final int DEVICES = 40;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file =
        Files.write(
            folder.resolve("edges.txt"),
            IntStream.range(1, DEVICES).mapToObj(i -> i + " " + (i + 1)).toList());
  }

  @Override
  protected Topology topology() {
    return new EdgeList(file.toString());
  }

  @Override
  protected boolean supports(int devices) {
    return devices == DEVICES;
  }
}
