package org.limbeck.datasets.digits;

import org.limbeck.api.Shape;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.referencedata.ReferenceDatasetPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Up to 600 handwritten digits without labels, none of which is among the private rows. */
@ReferenceDatasetPlugin(name = "digits")
@Designate(ocd = ReferenceDigits.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ReferenceDigits implements ReferenceDataset {

  @ObjectClassDefinition(
      name = "Digits",
      description = "UCI handwritten digits without labels, none of them among the private rows.")
  @interface Config {
    @AttributeDefinition(description = "How many images to use, 1 to 600", min = "1", max = "600")
    int rows() default DigitImages.REFERENCE_ROWS;
  }

  private final DigitImages.Part images;

  @Activate
  public ReferenceDigits(Config config) {
    this(config.rows());
  }

  /**
   * Offers the first {@code rows} images, 1 to 600.
   *
   * @throws IllegalArgumentException if there are not so many: the images beyond are private
   */
  public ReferenceDigits(int rows) {
    if (rows < 1 || rows > DigitImages.REFERENCE_ROWS) {
      throw new IllegalArgumentException("there are 1 to 600 reference digits, not " + rows);
    }
    this.images = DigitImages.load().reference(rows);
  }

  @Override
  public Shape shape() {
    return DigitImages.SHAPE;
  }

  @Override
  public int rows() {
    return images.rows();
  }

  @Override
  public void read(int row, float[] into, int offset) {
    images.read(row, into, offset);
  }
}
