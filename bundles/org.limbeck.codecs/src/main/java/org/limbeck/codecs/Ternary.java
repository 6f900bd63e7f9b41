package org.limbeck.codecs;

import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.CodecPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * Rounds every value to −s, 0 or s, with a magnitude s for every row. Where values are above s / 2,
 * s is about their mean, which makes the squared error small: Lloyd's method, begun with the
 * largest magnitude M and repeated three times. With zero and a mean, not the largest, as levels, γ
 * = 1 is stable; s = M would need half of that. The problem is that of F. Li, B. Liu, <i>Ternary
 * Weight Networks</i>, 2016.
 *
 * <p>The payload has one byte for every row: k for s = 2<sup>(k − 97) / 2</sup>, or 0 for a row of
 * zeros. Then follow the digits of the rows that are not zeros, five in a byte to the base of 3,
 * the first the lowest: 0 for −s, 1 for 0, 2 for s. At most rows + ⌈rows · width / 5⌉ bytes.
 *
 * <p>No value gets an error larger than itself, and none more than 0.9 M, or 2<sup>−46</sup> if
 * that is more: a row whose s is below 2<sup>−49</sup> becomes zeros, and s is above M / 8. A value
 * above 2<sup>15</sup> is cut off there.
 */
@CodecPlugin(name = "ternary")
@Designate(ocd = Ternary.Config.class, factory = true)
@Component(service = Codec.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Ternary extends QuantisedRowCodec {

  @ObjectClassDefinition(
      name = "Ternary",
      description = "Rounds every value to 0 or to plus or minus one magnitude a row.")
  @interface Config {
    @AttributeDefinition(description = GammaOption.DESCRIPTION, min = "0", max = "1")
    float gamma() default 0;

    @AttributeDefinition(
        description = "How signs become bytes: packed, or by how often they come if that is less",
        options = {@Option("none"), @Option("adaptive")})
    String entropy() default "none";
  }

  @Activate
  public Ternary(Config config) {
    this(config.gamma(), config.entropy().equals("adaptive"));
  }

  /**
   * Makes the codec.
   *
   * @param gamma the mixing step, or 0 for the codec's own
   * @param adaptive whether signs are coded by how often they come
   * @throws IllegalArgumentException if {@code gamma} is out of range
   */
  public Ternary(float gamma, boolean adaptive) {
    super(new TernaryQuantiser(), adaptive, gamma);
  }
}
