package org.limbeck.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not Limbeck's own is known where it is needed, and nowhere else. */
class LibrariesTest {
  /** Annotations of OSGi are no run-time dependency. */
  private static final ArchRule API_KNOWS_THE_JDK_ONLY =
      classes()
          .that()
          .resideInAPackage("org.limbeck.api..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.limbeck.api..",
              "java.lang..",
              "java.util..",
              "java.io..",
              "java.nio..",
              "java.security..",
              "java.time..",
              "org.osgi.annotation..",
              "org.osgi.service.component.annotations");

  /** Its components are declared by annotations. */
  private static final ArchRule EXCHANGE_KNOWS_NO_FRAMEWORK =
      noClasses()
          .that()
          .resideInAPackage("org.limbeck.exchange..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.osgi.framework..",
              "org.osgi.service.cm..",
              "org.osgi.service.component",
              "org.osgi.service.component.runtime..",
              "org.osgi.service.metatype",
              "org.osgi.util..");

  @TempDir Path folder;

  /** A library, where it may be known, and an example of what breaks that. */
  record Place(ArchRule rule, String example, String library) {
    @Override
    public String toString() {
      return rule.getDescription();
    }
  }

  static Stream<Place> places() {
    return Stream.of(
        // YAML: experiments in files and in arguments, the files of stand-alone devices, swaps
        place(
            "org.snakeyaml..",
            "package org.snakeyaml.engine.v2.api; public class Load {}",
            "org.limbeck.engine.run",
            "org.limbeck.experiment.file..",
            "org.limbeck.experiment.yaml..",
            "org.limbeck.cli.command..",
            "org.limbeck.cli.run..",
            "org.limbeck.shell.entry.."),
        // JSON: what reports and commands write and read
        place(
            "com.fasterxml.jackson..",
            "package com.fasterxml.jackson.databind; public class ObjectMapper {}",
            "org.limbeck.engine.run",
            "org.limbeck.report..",
            "org.limbeck.cli..",
            "org.limbeck.bench..",
            "org.limbeck.health.command.."),
        // CSV: metrics and samples
        place(
            "org.apache.commons.csv..",
            "package org.apache.commons.csv; public class CSVParser {}",
            "org.limbeck.engine.run",
            "org.limbeck.report..",
            "org.limbeck.cli.draft..",
            "org.limbeck.cli.predict..",
            "org.limbeck.datasets.catalog..",
            "org.limbeck.datasets.csv.."),
        // the network: one transport
        place(
            "com.hivemq..",
            "package com.hivemq.client.mqtt; public class MqttClient {}",
            "org.limbeck.exchange.endpoint",
            "org.limbeck.transport.mqtt.."),
        // numbers: architectures
        place(
            "org.nd4j..",
            "package org.nd4j.linalg; public class INDArray {}",
            "org.limbeck.aggregation",
            "org.limbeck.architectures.dl4j..",
            "org.limbeck.dl4j.."),
        place(
            "org.deeplearning4j..",
            "package org.deeplearning4j.nn; public class Network {}",
            "org.limbeck.architectures.vector",
            "org.limbeck.architectures.dl4j..",
            "org.limbeck.dl4j.."),
        place(
            "jdk.incubator.vector..",
            "package jdk.incubator.vector; public class FloatVector {}",
            "org.limbeck.aggregation",
            "org.limbeck.architectures.vector..",
            "org.limbeck.bench.."),
        place(
            "org.apache.commons.rng..",
            "package org.apache.commons.rng.sampling; public class Sampler {}",
            "org.limbeck.engine.run",
            "org.limbeck.partitions..",
            "org.limbeck.topologies.."),
        // statistics and documents: comparisons
        place(
            "org.apache.commons.statistics..",
            "package org.apache.commons.statistics.distribution; public class TDistribution {}",
            "org.limbeck.cli.compare",
            "org.limbeck.report.comparison.."),
        place(
            "org.apache.pdfbox..",
            "package org.apache.pdfbox.pdmodel; public class PDDocument {}",
            "org.limbeck.report.page",
            "org.limbeck.report.comparison.."),
        // models in other formats
        place(
            "ai.onnx..",
            "package ai.onnx.proto; public class OnnxMl {}",
            "org.limbeck.cli.predict",
            "org.limbeck.onnx.."),
        place(
            "com.google.protobuf..",
            "package com.google.protobuf; public class Message {}",
            "org.limbeck.engine.run",
            "org.limbeck.observers..",
            "org.limbeck.onnx.."),
        // people: commands and the shell
        place(
            "picocli..",
            "package picocli; public class CommandLine {}",
            "org.limbeck.engine.control",
            "org.limbeck.cli..",
            "org.limbeck.shell..",
            "org.limbeck.bench..",
            "org.limbeck.health.."),
        place(
            "org.jline..",
            "package org.jline.reader; public class LineReader {}",
            "org.limbeck.cli.terminal",
            "org.limbeck.shell.prompt.."));
  }

  @Test
  void theApiKnowsTheJdkOnly() {
    API_KNOWS_THE_JDK_ONLY.check(Codebase.product().classes());
  }

  @Test
  void anApiWithATypeOfALibraryBreaksTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            "package org.limbeck.api.codec; public interface Codec { org.nd4j.Array decode(); }",
            "package org.nd4j; public class Array {}");

    assertThatThrownBy(() -> API_KNOWS_THE_JDK_ONLY.check(example.classes()))
        .hasMessageContaining("org.limbeck.api.codec.Codec.decode()");
  }

  @Test
  void anApiOfTheNetworkBreaksTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder, "package org.limbeck.api.transport; public record Broker(java.net.URI at) {}");

    assertThatThrownBy(() -> API_KNOWS_THE_JDK_ONLY.check(example.classes()))
        .hasMessageContaining("java.net.URI");
  }

  @Test
  void theProtocolKnowsNoFramework() {
    EXCHANGE_KNOWS_NO_FRAMEWORK.check(Codebase.product().classes());
  }

  @Test
  void aProtocolThatKnowsTheFrameworkBreaksTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            "package org.limbeck.exchange.async; class Edge { org.osgi.framework.Bundle bundle; }",
            "package org.osgi.framework; public interface Bundle {}");

    assertThatThrownBy(() -> EXCHANGE_KNOWS_NO_FRAMEWORK.check(example.classes()))
        .hasMessageContaining("org.limbeck.exchange.async.Edge.bundle");
  }

  @ParameterizedTest
  @MethodSource("places")
  void aLibraryIsKnownInItsPlace(Place place) {
    place.rule().check(Codebase.product().classes());
  }

  @ParameterizedTest
  @MethodSource("places")
  void aLibraryOutOfItsPlaceBreaksTheRule(Place place) throws IOException {
    Codebase example = Codebase.example(folder, place.example(), place.library());

    assertThatThrownBy(() -> place.rule().check(example.classes()))
        .hasMessageContaining("Intruder");
  }

  private static Place place(String library, String type, String elsewhere, String... where) {
    String name = type.replaceFirst("package (.*);.*class (\\w+).*", "$1.$2");
    return new Place(
        noClasses()
            .that()
            .resideOutsideOfPackages(where)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library),
        "package %s; class Intruder { %s field; }".formatted(elsewhere, name),
        type);
  }
}
