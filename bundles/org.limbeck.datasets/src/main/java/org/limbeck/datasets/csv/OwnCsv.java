package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.List;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.privatedata.PrivateDatasetPlugin;
import org.limbeck.datasets.rows.ClassNames;
import org.limbeck.datasets.rows.OwnDataset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Rows in CSV files that one device has; all of them are private, and more may come. */
@PrivateDatasetPlugin(name = "own-csv")
@Designate(ocd = OwnCsv.Config.class, factory = true)
@Component(service = PrivateDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class OwnCsv extends OwnDataset {

  @ObjectClassDefinition(
      name = "Own CSV files",
      description =
          "Numbers with a label, in CSV files that one device has; more may come while it learns.")
  @interface Config {
    @AttributeDefinition(description = "A CSV file, plain or .gz, or a folder of such")
    String path();

    @AttributeDefinition(
        description =
            "A CSV file without labels that all devices have, such as that of the reference rows:"
                + " it says which columns there are, and how they are scaled")
    String like();

    @AttributeDefinition(description = "The name of the label column, or its number from 1")
    String label();

    @AttributeDefinition(
        description = "The labels of all classes, the same and in the same order on all devices")
    String[] classes();

    @AttributeDefinition(
        description = "A CSV file of rows to test on, or a folder of such; empty: there are none")
    String testPath() default "";

    @AttributeDefinition(description = "Whether the first line of each file names the columns")
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
        description =
            "Columns as they are, by mean and standard deviation, or to 0 to 1; by those of 'like'",
        options = {@Option(Scaling.NONE), @Option(Scaling.STANDARD), @Option(Scaling.RANGE)})
    String scale() default Scaling.STANDARD;

    @AttributeDefinition(description = CsvFormat.HEIGHT, min = "0", max = CsvFormat.MOST_PIXELS)
    int height() default 0;

    @AttributeDefinition(description = CsvFormat.WIDTH, min = "0", max = CsvFormat.MOST_PIXELS)
    int width() default 0;
  }

  /** Is called by the component runtime. */
  @Activate
  public OwnCsv(Config config) {
    this(
        new OwnCsvSource(
            SharedCsv.of(
                Path.of(config.like()),
                new CsvFormat(
                    new CsvLayout(config.header(), config.separator(), config.comment()),
                    "",
                    "",
                    FeatureChoice.of(
                        config.columns(),
                        config.ignore(),
                        config.categories(),
                        config.dates(),
                        config.missing()),
                    config.height(),
                    config.width()),
                config.scale()),
            config.label(),
            new ClassNames(List.of(config.classes()))),
        config.path(),
        config.testPath());
  }

  OwnCsv(OwnCsvSource rows, String path, String testPath) {
    super(rows, path, testPath);
  }
}
