package org.limbeck.report.comparison;

/**
 * What falls towards zero as a run converges; see {@link org.limbeck.api.event.DeviceEvaluation}.
 */
enum ConvergenceMeasure {
  /** The norm of the gradient of a device's regularised loss. */
  STATIONARITY(
      "stationarity", "stationarity", "Norm of the gradient of a device's regularised loss."),
  /** The squared distance of a device's soft decisions from the mean. */
  DISAGREEMENT(
      "disagreement",
      "disagreement",
      "Squared distance of a device's soft decisions from the mean of all."),
  /** The squared distance of a device's estimate from the mean. */
  TRACKING_ERROR(
      "tracking error",
      "trackingError",
      "Squared distance of a device's estimate from the mean of all soft decisions.");

  private final String text;
  private final String column;
  private final String meaning;

  ConvergenceMeasure(String text, String column, String meaning) {
    this.text = text;
    this.column = column;
    this.meaning = meaning;
  }

  /** Returns the name for people to read. */
  String text() {
    return text;
  }

  /** Returns the heading of its values in CSV. */
  String column() {
    return column;
  }

  /** Returns what it is, in a sentence. */
  String meaning() {
    return meaning;
  }

  /** Returns the value at an evaluation; NaN if there is none. */
  double of(CurvePoint point) {
    return switch (this) {
      case STATIONARITY -> point.stationarity();
      case DISAGREEMENT -> point.disagreement();
      case TRACKING_ERROR -> point.trackingError();
    };
  }
}
