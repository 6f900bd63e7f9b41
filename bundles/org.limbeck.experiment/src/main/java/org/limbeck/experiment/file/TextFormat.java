package org.limbeck.experiment.file;

/** Any text. */
final class TextFormat implements ValueFormat<String> {

  @Override
  public String read(ExperimentSource source, String key, String byDefault) {
    return source.root().text(key, byDefault);
  }

  @Override
  public String form() {
    return "text";
  }
}
