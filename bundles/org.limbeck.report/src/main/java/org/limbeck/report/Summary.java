package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.report.format.FlatRecordReader;
import org.limbeck.report.format.JsonFormat;

/**
 * The outcome of a run, as {@code summary.json} has it: the components, and those of nested
 * records, are its keys, in this order. Two runs of the same experiment have equal summaries but
 * for {@code timing}. Figures that do not exist are null; means are taken over the honest devices
 * that have the figure.
 *
 * @param setup what was run
 * @param part the ids of the devices that ran in this process, where others ran elsewhere: all else
 *     covers these only; null if all ran here
 * @param devices the devices that are there at the end, in ascending order; the means are those of
 *     the honest ones
 * @param departed the devices that left before, in the order in which they left
 * @param accuracy how well the honest devices classify
 * @param classification which classes they take for which
 * @param bytes what was sent
 * @param convergence how near the honest devices are to each other and to a stationary point
 * @param swaps the changes of the network, in their order
 * @param notices what people should know about how the data were read
 * @param timing all that depends on the clock
 */
@JsonDeserialize(using = Summary.Reader.class)
public record Summary(
    @JsonUnwrapped SummarySetup setup,
    @JsonPropertyDescription(
            "the ids of the devices that ran in this process, where others ran elsewhere: all else"
                + " covers these only; null if all ran here")
        List<String> part,
    @JsonPropertyDescription("the devices that are there at the end, in ascending order")
        List<DeviceSummary> devices,
    @JsonPropertyDescription("the devices that left before, in the order in which they left")
        List<DepartedDevice> departed,
    @JsonUnwrapped SummaryAccuracy accuracy,
    @JsonUnwrapped SummaryClassification classification,
    @JsonUnwrapped SummaryBytes bytes,
    @JsonUnwrapped ConvergenceFigures convergence,
    @JsonPropertyDescription("the changes of the network, in their order") List<SwapRecord> swaps,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonPropertyDescription(
            "what people should know about how the data were read, such as rows left out; not there"
                + " if nothing")
        List<String> notices,
    @JsonPropertyDescription("all that depends on the clock") Timing timing) {
  /** The name of the file. */
  public static final String FILE = "summary.json";

  /** Copies the lists. */
  public Summary {
    part = part == null ? null : List.copyOf(part);
    devices = List.copyOf(devices);
    departed = List.copyOf(departed);
    swaps = List.copyOf(swaps);
    notices = notices == null ? List.of() : List.copyOf(notices);
  }

  /**
   * Sums up a run.
   *
   * @param together the run
   * @param alone the run of its baseline on the same devices, if there was one
   * @param threads how many threads worked on the devices
   */
  public static Summary of(RunRecord together, Optional<RunRecord> alone, int threads) {
    Evaluation end = together.last();
    Optional<Evaluation> endAlone = alone.map(RunRecord::last);
    List<DeviceSummary> devices = devices(together, end, endAlone);
    return new Summary(
        SummarySetup.of(together),
        together.part().isEmpty() ? null : together.part(),
        devices,
        together.departed(),
        SummaryAccuracy.of(end, endAlone),
        SummaryClassification.of(together.classNames(), end),
        SummaryBytes.of(end, devices, together.departed()),
        ConvergenceFigures.of(end::mean),
        together.swaps(),
        List.of(),
        Timing.of(together, alone, threads));
  }

  /** Returns the same with what people should know about how the data were read. */
  public Summary withNotices(List<String> told) {
    return new Summary(
        setup,
        part,
        devices,
        departed,
        accuracy,
        classification,
        bytes,
        convergence,
        swaps,
        told,
        timing);
  }

  /**
   * Reads {@code summary.json}.
   *
   * @throws IOException if it cannot be read, or is something else
   */
  public static Summary read(Path file) throws IOException {
    return JsonFormat.read(file, Summary.class, "summary of a run");
  }

  /** Returns {@code summary.json}: indented, with a line break at its end. */
  public String toJson() {
    return JsonFormat.pretty(this);
  }

  private static List<DeviceSummary> devices(
      RunRecord together, Evaluation end, Optional<Evaluation> endAlone) {
    Map<String, Double> accuracyAlone = new HashMap<>();
    endAlone.ifPresent(
        e -> e.devices().forEach(d -> accuracyAlone.put(d.device(), d.testAccuracy())));
    List<DeviceDescription> devices = together.here().devices();
    return IntStream.range(0, devices.size())
        .mapToObj(
            i ->
                DeviceSummary.of(
                    devices.get(i),
                    end.devices().get(i),
                    accuracyAlone.get(devices.get(i).id()),
                    devices.size()))
        .toList();
  }

  static final class Reader extends FlatRecordReader<Summary> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(Summary.class);
    }
  }
}
