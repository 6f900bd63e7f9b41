package org.limbeck.datasets.digits;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.PixelColumns;
import org.limbeck.api.preprocessing.Preprocessing;
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
  public Optional<Preprocessing> preprocessing() {
    return Optional.of(
        new Preprocessing(
            DigitImages.SHAPE,
            List.of(new PixelColumns(DigitImages.SHAPE.features(), DigitImages.BRIGHTEST)),
            IntStream.range(0, DigitImages.CLASSES).mapToObj(String::valueOf).toList()));
  }
}
