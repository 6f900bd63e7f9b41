package org.limbeck.architectures.dl4j;

import java.util.random.RandomGenerator;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.ArchitecturePlugin;
import org.limbeck.api.architecture.Model;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Softmax (multinomial logistic) regression: one dense layer from the inputs to the classes. */
@ArchitecturePlugin(name = "dl4j-softmax")
@Designate(ocd = Dl4jSoftmax.Config.class, factory = true)
@Component(
    name = "org.limbeck.architectures.dl4j.Softmax",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Dl4jSoftmax implements Architecture {

  @ObjectClassDefinition(
      name = "Softmax regression on DL4J",
      description = "One dense layer from the inputs to the classes, on DeepLearning4J.")
  @interface Config {}

  @Override
  public Model create(Shape input, int classes, RandomGenerator random) {
    return new Dl4jMlp(new int[0], "tanh").create(input, classes, random);
  }
}
