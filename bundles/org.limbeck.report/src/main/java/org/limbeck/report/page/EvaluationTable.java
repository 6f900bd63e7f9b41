package org.limbeck.report.page;

import java.util.List;
import org.limbeck.report.Evaluation;
import org.limbeck.report.format.ReadableNumbers;

/**
 * The page's table of evaluations, ready to show: means over the honest devices.
 *
 * @param headings the headings of the columns after the round
 * @param rows the evaluations
 */
record EvaluationTable(List<String> headings, List<Row> rows) {

  /**
   * An evaluation.
   *
   * @param round the number of rounds completed
   * @param cells what the columns after that hold
   */
  record Row(String round, List<String> cells) {}

  /**
   * Makes the table.
   *
   * @param overWire whether the frames went over a wire
   */
  static EvaluationTable of(List<Evaluation> evaluations, boolean overWire) {
    List<EvaluationColumn> columns = EvaluationColumn.all(overWire);
    return new EvaluationTable(
        columns.stream().map(EvaluationColumn::heading).toList(),
        evaluations.stream().map(evaluation -> row(evaluation, columns)).toList());
  }

  private static Row row(Evaluation evaluation, List<EvaluationColumn> columns) {
    return new Row(
        ReadableNumbers.count(evaluation.round()),
        columns.stream().map(column -> column.cell().apply(evaluation)).toList());
  }
}
