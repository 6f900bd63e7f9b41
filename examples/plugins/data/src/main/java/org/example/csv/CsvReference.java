package org.example.csv;

import java.util.Objects;
import org.limbeck.api.Shape;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.referencedata.ReferenceDatasetPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Rows without labels from a file. */
@ReferenceDatasetPlugin(name = "numbers")
@Designate(ocd = CsvReference.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class CsvReference implements ReferenceDataset {

  @ObjectClassDefinition(
      name = "CSV",
      description = "Rows of numbers from a file, all of them features.")
  @interface Config {
    @AttributeDefinition(description = "The file, seen from where Limbeck was started")
    String file();

    @AttributeDefinition(
        description = "What features are divided by, above 0, so that they end up about -1 to 1",
        min = "0.000001")
    float scale() default 1;
  }

  private final CsvTable table;
  private final float scale;

  @Activate
  public CsvReference(Config config) {
    this(config.file(), config.scale());
  }

  /**
   * Reads the file; the options are those of {@link Config}.
   *
   * @throws IllegalArgumentException if it does not hold such rows
   */
  public CsvReference(String file, float scale) {
    this.table = CsvTable.read(file);
    this.scale = scale;
  }

  @Override
  public Shape shape() {
    return new Shape(1, 1, table.columns());
  }

  @Override
  public int rows() {
    return table.rows().length;
  }

  @Override
  public void read(int row, float[] into, int offset) {
    float[] values = table.rows()[row];
    Objects.checkFromIndexSize(offset, values.length, into.length);
    for (int i = 0; i < values.length; i++) {
      into[offset + i] = values[i] / scale;
    }
  }
}
