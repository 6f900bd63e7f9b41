package org.limbeck.datasets.csv;

import java.nio.file.Path;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.privatedata.PrivateDatasetPlugin;
import org.limbeck.datasets.rows.SplitPrivateDataset;
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
public final class PrivateCsv extends SplitPrivateDataset {

  @ObjectClassDefinition(name = "CSV", description = "Numbers in a CSV file, with a label column.")
  @interface Config {
    @AttributeDefinition(description = "A CSV file, plain or .gz")
    String file();

    @AttributeDefinition(description = "A CSV file of rows to test on; empty: a fifth of 'file'")
    String testFile() default "";

    @AttributeDefinition(description = "The name of the label column, or its number from 1")
    String label();

    @AttributeDefinition(description = CsvFormat.GROUP)
    String group() default "";

    @AttributeDefinition(description = CsvLayout.HEADER)
    boolean header() default true;

    @AttributeDefinition(description = CsvLayout.SEPARATOR)
    String separator() default "";

    @AttributeDefinition(description = CsvLayout.COMMENT)
    String comment() default "";

    @AttributeDefinition(description = FeatureChoice.COLUMNS, required = false)
    String[] columns() default {};

    @AttributeDefinition(description = FeatureChoice.IGNORE, required = false)
    String[] ignore() default {};

    @AttributeDefinition(description = FeatureChoice.CATEGORIES, required = false)
    String[] categories() default {};

    @AttributeDefinition(description = FeatureChoice.DATES, required = false)
    String[] dates() default {};

    @AttributeDefinition(
        description = MissingValues.DESCRIPTION,
        options = {
          @Option(MissingValues.REFUSED),
          @Option(MissingValues.DROPPED),
          @Option(MissingValues.BY_MEAN),
          @Option(MissingValues.BY_MEDIAN)
        })
    String missing() default MissingValues.REFUSED;

    @AttributeDefinition(
        description = Scaling.BY_FILE,
        options = {@Option(Scaling.NONE), @Option(Scaling.STANDARD), @Option(Scaling.RANGE)})
    String scale() default Scaling.STANDARD;

    @AttributeDefinition(description = CsvFormat.HEIGHT, min = "0", max = CsvFormat.MOST_PIXELS)
    int height() default 0;

    @AttributeDefinition(description = CsvFormat.WIDTH, min = "0", max = CsvFormat.MOST_PIXELS)
    int width() default 0;

    @AttributeDefinition(
        description = JUDGE,
        options = {@Option(TEST), @Option(VALIDATION)})
    String judge() default TEST;
  }

  /** Is called by the component runtime. */
  @Activate
  public PrivateCsv(Config config) {
    this(
        CsvSource.read(
            Path.of(config.file()),
            config.testFile(),
            new CsvFormat(
                new CsvLayout(config.header(), config.separator(), config.comment()),
                config.label(),
                config.group(),
                FeatureChoice.of(
                    config.columns(),
                    config.ignore(),
                    config.categories(),
                    config.dates(),
                    config.missing()),
                config.height(),
                config.width()),
            config.scale()),
        config.judge());
  }

  PrivateCsv(CsvSource source, String judge) {
    super(source.requireEnough(), judge, source.comment());
  }
}
