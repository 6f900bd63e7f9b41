package org.limbeck.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.report.RunFolder;
import org.limbeck.report.SampleRun;

class ReportTest {
  @TempDir Path place;

  @Test
  void writesItsFilesIntoTheRunFolder() throws IOException {
    Report report = SampleRun.quickstart().report();
    Path target = place.resolve("run");
    try (RunFolder folder = RunFolder.create(target)) {
      report.writeTo(folder);
    }
    assertThat(target.resolve("summary.json")).hasContent(report.summary().toJson());
    assertThat(target.resolve("report.html")).content().startsWith("<!DOCTYPE html>");
    assertThat(target).isDirectoryNotContaining("glob:**.tmp");
  }
}
