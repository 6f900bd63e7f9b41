package org.limbeck.report.comparison;

import java.util.List;
import java.util.stream.Stream;
import org.limbeck.report.format.OptionalFigures;

/**
 * The values of a plot: a row per experiment and evaluation, with the mean over its seeds and the
 * sample standard deviation. Points that have no place on an axis are there too.
 */
final class PlotCsv {

  /** Returns the table. */
  String render(PlotKind kind, List<ComparedExperiment> lines) {
    List<CsvColumn<LinePoint>> columns =
        Stream.concat(
                Stream.of(
                    new CsvColumn<LinePoint>("label", row -> row.line().label()),
                    new CsvColumn<LinePoint>("runs", row -> row.line().runs().size()),
                    new CsvColumn<LinePoint>(
                        kind.xColumn(), row -> OptionalFigures.orNull(kind.x(row.point())))),
                CsvColumn.<LinePoint>spread(kind.yColumn(), row -> kind.y(row.point())))
            .toList();
    return CsvColumn.table(
        columns,
        lines.stream()
            .flatMap(line -> line.curve().stream().map(point -> new LinePoint(line, point)))
            .toList());
  }

  /** An experiment at one of its evaluations. */
  private record LinePoint(ComparedExperiment line, ComparedPoint point) {}
}
