package org.limbeck.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.limbeck.engine.control.DeviceStatus;

class DeviceFileTest {
  private final DeviceFile files =
      new DeviceFile(
          """
          name: quick
          description: Not needed.
          seed: 9
          rounds: 500
          data: {name: digits, scale: 0.5}
          reference: {name: digits}
          topology: {name: torus}
          baseline: {name: local-only}
          devices:
          - count: 8
            architecture: {name: dl4j-cnn}
          versions: {java: '17'}
          """);

  @Test
  void hasOnlyWhatTheDeviceNeeds() {
    assertThat(files.of(device("mlp {hidden: [64, 32], activation: tanh}")))
        .isEqualTo(
            """
            name: quick
            seed: 9
            rounds: 500
            data:
              name: digits
              scale: 0.5
            reference:
              name: digits
            baseline: none
            devices:
            - id: device-3
              architecture:
                name: mlp
                hidden:
                - 64
                - 32
                activation: tanh
            """);
  }

  @Test
  void takesAnArchitectureWithoutOptions() {
    assertThat(files.of(device("softmax"))).endsWith("  architecture:\n    name: softmax\n");
    assertThat(files.of(device("{name: softmax, bias: true}")))
        .endsWith("  architecture:\n    name: softmax\n    bias: true\n");
  }

  private static DeviceStatus device(String architecture) {
    return new DeviceStatus("device-3", architecture, 1, 1, 0.9, 1, 1, 1);
  }
}
