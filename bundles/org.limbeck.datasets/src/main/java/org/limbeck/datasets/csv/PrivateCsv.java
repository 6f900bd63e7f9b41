package org.limbeck.datasets.csv;

import java.nio.file.Path;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.privatedata.PrivateDatasetPlugin;
import org.limbeck.datasets.rows.SplitDataset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The private part of rows in a CSV file with a label column. */
@PrivateDatasetPlugin(name = "csv")
@Designate(ocd = PrivateCsv.Config.class, factory = true)
@Component(service = PrivateDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class PrivateCsv extends SplitDataset {

  @ObjectClassDefinition(name = "CSV", description = "Numbers in a CSV file, with a label column.")
  @interface Config {
    @AttributeDefinition(description = "A CSV file, plain or .gz")
    String file();

    @AttributeDefinition(description = "A CSV file of rows to test on; empty: a fifth of 'file'")
    String testFile() default "";

    @AttributeDefinition(description = "The name of the label column, or its number from 1")
    String label();

    @AttributeDefinition(
        description =
            "The name or number of the column that says to whom a row belongs; empty: none")
    String group() default "";

    @AttributeDefinition(description = "Whether the first line names the columns")
    boolean header() default true;

    @AttributeDefinition(
        description =
            "Columns as they are, by mean and standard deviation, or to 0 to 1; by 'file' only",
        options = {@Option(Scaling.NONE), @Option(Scaling.STANDARD), @Option(Scaling.RANGE)})
    String scale() default Scaling.STANDARD;

    @AttributeDefinition(
        description = "Pixels from top to bottom if rows are images; 0: they are not",
        min = "0",
        max = "1024")
    int height() default 0;

    @AttributeDefinition(
        description = "Pixels from left to right if rows are images; 0: they are not",
        min = "0",
        max = "1024")
    int width() default 0;

    @AttributeDefinition(
        description = "What devices are judged by: the test rows, or those for validation",
        options = {@Option(TEST), @Option(VALIDATION)})
    String judge() default TEST;
  }

  /** Is called by the component runtime. */
  @Activate
  public PrivateCsv(Config config) {
    this(
        new CsvSource(
            Path.of(config.file()),
            config.testFile(),
            new CsvFormat(
                config.header(), config.label(), config.group(), config.height(), config.width()),
            config.scale()),
        config.judge());
  }

  PrivateCsv(CsvSource source, String judge) {
    super(source, judge);
  }
}
