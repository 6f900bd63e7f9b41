package org.limbeck.datasets.digits;

import org.limbeck.api.Shape;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.privatedata.PrivateDatasetPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** 640 handwritten digits to train on and 557 to test on. */
@PrivateDatasetPlugin(name = "digits")
@Designate(ocd = PrivateDigits.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class PrivateDigits implements PrivateDataset {

  @ObjectClassDefinition(
      name = "Digits",
      description =
          "UCI handwritten digits, 8x8 pixels from 0 to 16: 640 to train on, 557 to test.")
  @interface Config {}

  private final LabelledRows training;
  private final LabelledRows test;

  @Activate
  public PrivateDigits() {
    DigitImages images = DigitImages.load();
    this.training = images.training();
    this.test = images.test();
  }

  @Override
  public Shape shape() {
    return DigitImages.SHAPE;
  }

  @Override
  public int classes() {
    return DigitImages.CLASSES;
  }

  @Override
  public LabelledRows training() {
    return training;
  }

  @Override
  public LabelledRows test() {
    return test;
  }

  @Override
  public void normalize(float[] row) {
    for (int i = 0; i < row.length; i++) {
      if (!(row[i] >= 0 && row[i] <= DigitImages.BRIGHTEST)) {
        throw new IllegalArgumentException(
            "pixel " + (i + 1) + " is " + row[i] + ": pixels of digits go from 0 to 16");
      }
      row[i] /= DigitImages.BRIGHTEST;
    }
  }
}
