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
 * Rounds every value to one of 2<sup>bits</sup> multiples of its row's step, 0 among them. With H =
 * 2<sup>bits − 1</sup> these are −(H − 1) to H steps; where the value of largest magnitude in the
 * row is negative, −H to H − 1.
 *
 * <p>The payload has one byte for every row: in its seven low bits k, for a step of 2<sup>(k − 97)
 * / 2</sup> or, with k = 0, for a row of zeros; in the high bit whether the largest is negative.
 * Then follow the levels of the rows that are not zeros, in {@code bits} bits each without gaps
 * from the lowest bit of a byte on, counted from the lowest level as 0. At most rows + ⌈rows ·
 * width · bits / 8⌉ bytes.
 *
 * <p>The step is the smallest with which the largest magnitude M is not cut off; with 2 and 3 bits
 * also the next smaller one, if the squared error of the row is less with it. With zero among the
 * levels, no value gets an error larger than itself, and the largest always gets a smaller one:
 * this is what makes γ = 1 stable even with 2 bits. The error is at most M / H with 4 bits or more,
 * and (1 − (H − 1) / (√2 H)) M with 2 or 3, or 2<sup>−49</sup> if that is more. An M above
 * 2<sup>15</sup> H is cut off.
 *
 * <p>With entropy {@code adaptive} a byte comes first: 0, and then the above; or 1, and then the
 * range code of every row's byte and levels, by models that learn within the block; whichever is
 * shorter. That takes one byte more at most, and allocates the two models, 3 kB or less, in a call.
 */
@CodecPlugin(name = "uniform")
@Designate(ocd = Uniform.Config.class, factory = true)
@Component(service = Codec.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Uniform extends QuantisedRowCodec {

  @ObjectClassDefinition(
      name = "Uniform",
      description = "Rounds every value to a multiple of its row's step, in 2 to 8 bits.")
  @interface Config {
    @AttributeDefinition(description = "Bits of a value, 2 to 8", min = "2", max = "8")
    int bits() default 4;

    @AttributeDefinition(description = GammaOption.DESCRIPTION, min = "0", max = "1")
    float gamma() default 0;

    @AttributeDefinition(
        description = "How levels become bytes: packed, or by how often they come if that is less",
        options = {@Option("none"), @Option("adaptive")})
    String entropy() default "none";
  }

  @Activate
  public Uniform(Config config) {
    this(config.bits(), config.gamma(), config.entropy().equals("adaptive"));
  }

  /**
   * Makes the codec.
   *
   * @param bits of a value, 2 to 8
   * @param gamma the mixing step, or 0 for the codec's own
   * @param adaptive whether levels are coded by how often they come
   * @throws IllegalArgumentException if a number is out of range
   */
  public Uniform(int bits, float gamma, boolean adaptive) {
    super(new UniformQuantiser(bits), adaptive, gamma);
  }
}
