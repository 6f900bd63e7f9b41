package org.limbeck.report.comparison;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What is plotted against what, and how it is read. */
sealed interface PlotKind permits AccuracyPlot, ConvergencePlot {

  /** Returns what tells it from others on a page. */
  String id();

  /** Returns the name of the plot's files, without an ending. */
  String stem();

  /** Returns what the plot shows, for those who cannot see it. */
  String label();

  /** Returns what to write at the horizontal axis. */
  String xAxis();

  /** Returns what to write at the vertical axis. */
  String yAxis();

  /** Returns the heading of the horizontal axis' values in CSV. */
  String xColumn();

  /** Returns the heading of the vertical axis' values in CSV. */
  String yColumn();

  /** Returns where a point lies on the horizontal axis. */
  double x(ComparedPoint point);

  /** Returns where a point lies on the vertical axis. */
  Spread y(ComparedPoint point);

  /** Returns the scale of the horizontal axis for some lines. */
  Scale xScale(Collection<List<ComparedPoint>> curves);

  /** Returns the scale of the vertical axis for some lines. */
  Scale yScale(Collection<List<ComparedPoint>> curves);

  /** Returns a value of the horizontal axis for people to read. */
  String xText(double value);

  /** Returns a value of the vertical axis for people to read. */
  String yText(double value);

  /** Returns what to say of a point of a line, in lines of text. */
  List<String> title(ComparedPoint point);

  /** Returns the order in which the lines stand in the key. */
  Comparator<ComparedExperiment> bestFirst();

  /**
   * Returns whether the horizontal axis is a cost: then the Pareto front is drawn, and a line that
   * has no place on the axis costs nothing and is a level.
   */
  boolean costs();
}
