package org.limbeck.itests.faults;

import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.ArchitecturePlugin;
import org.limbeck.api.architecture.Model;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Models that learn nothing, and change their minds at every step until they are told to stop. */
@ArchitecturePlugin(name = "restless")
@Designate(ocd = Restless.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Restless implements Architecture {

  @ObjectClassDefinition(
      name = "Restless",
      description = "Changes its mind at every step until a file is there; for tests.")
  @interface Config {
    @AttributeDefinition(description = "The file")
    String until();
  }

  private final Path until;

  /** Is called by the component runtime. */
  @Activate
  public Restless(Config config) {
    this.until = Path.of(config.until());
  }

  @Override
  public Model create(Shape input, int classes, RandomGenerator random) {
    return new RestlessModel(until, classes, random.nextLong());
  }
}
