package org.example.csv;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.Shape;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.privatedata.PrivateDatasetPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Labelled rows from a file: the last column is the class, counted from 0. */
@PrivateDatasetPlugin(name = "numbers")
@Designate(ocd = CsvData.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class CsvData implements PrivateDataset {

  @ObjectClassDefinition(
      name = "CSV",
      description = "Rows of numbers from a file; the last one of a row is its class, from 0.")
  @interface Config {
    @AttributeDefinition(description = "The file, seen from where Limbeck was started")
    String file();

    @AttributeDefinition(description = "Every so many rows one is a test row, 2 or more", min = "2")
    int testEvery() default 4;

    @AttributeDefinition(
        description = "What features are divided by, above 0, so that they end up about -1 to 1",
        min = "0.000001")
    float scale() default 1;
  }

  private final List<float[]> training = new ArrayList<>();
  private final List<float[]> test = new ArrayList<>();
  private final int features;
  private final int classes;
  private final float scale;

  @Activate
  public CsvData(Config config) {
    this(config.file(), config.testEvery(), config.scale());
  }

  /**
   * Reads the file; the options are those of {@link Config}.
   *
   * @throws IllegalArgumentException if it does not hold such rows
   */
  public CsvData(String file, int testEvery, float scale) {
    CsvTable table = CsvTable.read(file);
    this.features = table.columns() - 1;
    this.scale = scale;
    int largest = 0;
    for (int i = 0; i < table.rows().length; i++) {
      float label = table.rows()[i][features];
      if (features < 1 || label < 0 || label != (int) label) {
        throw new IllegalArgumentException(
            "%s, row %d: %s is no class: classes are 0, 1, and so on, after the features"
                .formatted(file, i + 1, label));
      }
      largest = Math.max(largest, (int) label);
      (i % testEvery == testEvery - 1 ? test : training).add(table.rows()[i]);
    }
    this.classes = largest + 1;
    if (classes < 2 || test.isEmpty()) {
      throw new IllegalArgumentException(
          file + " has one class only, or fewer than " + testEvery + " rows");
    }
  }

  @Override
  public Shape shape() {
    return new Shape(1, 1, features);
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public LabelledRows training() {
    return new Part(training, features, scale);
  }

  @Override
  public LabelledRows test() {
    return new Part(test, features, scale);
  }

  @Override
  public void normalize(float[] row) {
    for (int i = 0; i < row.length; i++) {
      row[i] /= scale;
    }
  }
}
