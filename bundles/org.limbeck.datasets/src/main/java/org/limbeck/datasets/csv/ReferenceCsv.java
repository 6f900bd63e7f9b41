package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.List;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.referencedata.ReferenceDatasetPlugin;
import org.limbeck.datasets.rows.DataSplit;
import org.limbeck.datasets.rows.SplitReferenceDataset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * Rows of a CSV file without their labels, none of them private: all rows of a file that has no
 * labels, and some of one that has.
 */
@ReferenceDatasetPlugin(name = "csv")
@Designate(ocd = ReferenceCsv.Config.class, factory = true)
@Component(service = ReferenceDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ReferenceCsv extends SplitReferenceDataset {

  @ObjectClassDefinition(
      name = "CSV",
      description = "Numbers in a CSV file without their labels, none of them private.")
  @interface Config {
    @AttributeDefinition(description = "A CSV file, plain or .gz")
    String file();

    @AttributeDefinition(description = "A CSV file of rows to test on; empty: a fifth of 'file'")
    String testFile() default "";

    @AttributeDefinition(
        description =
            "The name of the label column, or its number from 1, where the file has private rows"
                + " too; empty: there is none, and all rows may serve")
    String label() default "";

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

    @AttributeDefinition(description = ROWS, min = "1")
    int rows() default 2_000;

    @AttributeDefinition(description = CLASSES, min = "0", required = false)
    int[] classes() default {};
  }

  private final SharedCsv rows;

  /** Is called by the component runtime. */
  @Activate
  public ReferenceCsv(Config config) {
    this(
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
        config.scale(),
        config.rows(),
        config.classes());
  }

  ReferenceCsv(
      Path file, String testFile, CsvFormat format, String scale, int rows, int... classes) {
    this(
        format.label().isEmpty()
            ? Chosen.of(SharedCsv.of(file, format, scale), rows, classes)
            : Chosen.of(CsvSource.read(file, testFile, format, scale), rows, classes));
  }

  private ReferenceCsv(Chosen chosen) {
    super(chosen.rows().table(), chosen.notices());
    this.rows = chosen.rows();
  }

  @Override
  public ReferenceDataset encodedBy(Preprocessing preprocessing) {
    return rows.encodedBy(new FeatureEncoding(preprocessing.columns()))
        .<ReferenceDataset>map(encoded -> new EncodedReference(this, encoded))
        .orElse(this);
  }

  /** The rows for reference. */
  private record Chosen(SharedCsv rows, List<String> notices) {

    static Chosen of(SharedCsv file, int rows, int... classes) {
      return new Chosen(file.first(rows, classes), file.notices());
    }

    static Chosen of(CsvSource source, int rows, int... classes) {
      int[] chosen = new DataSplit(source.requireEnough().training()).reference(rows, classes);
      return new Chosen(source.trained().pick(chosen), source.notices());
    }
  }
}
