package org.example.thirdparty;

import java.util.random.RandomGenerator;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.ArchitecturePlugin;
import org.limbeck.api.architecture.Model;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Softmax regression, written for reading. */
@ArchitecturePlugin(name = "regression")
@Designate(ocd = Regression.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Regression implements Architecture {

  @ObjectClassDefinition(name = "Regression", description = "Softmax regression.")
  @interface Config {}

  @Override
  public Model create(Shape input, int classes, RandomGenerator random) {
    return new Regressor(input.features(), classes);
  }
}
