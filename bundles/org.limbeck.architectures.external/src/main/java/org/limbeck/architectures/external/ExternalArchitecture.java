package org.limbeck.architectures.external;

import java.util.List;
import java.util.random.RandomGenerator;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.ArchitecturePlugin;
import org.limbeck.api.architecture.Model;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Models that live in programs of any language. A program is a child process; Limbeck asks it over
 * its standard input, and it answers on its standard output, as docs/external-models.md says byte
 * by byte.
 */
@ArchitecturePlugin(name = "external")
@Designate(ocd = ExternalArchitecture.Config.class, factory = true)
@Component(service = Architecture.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ExternalArchitecture implements Architecture, AutoCloseable {

  @ObjectClassDefinition(
      name = "External",
      description = "A program in any language that predicts and learns, such as Python.")
  @interface Config {
    @AttributeDefinition(
        description =
            "The program and its arguments, such as [python3, model.py]; it is started where"
                + " Limbeck was started")
    String[] command();

    @AttributeDefinition(
        description =
            "How many processes these devices share, 0 to 1024; 0 starts one for each device",
        min = "0",
        max = "1024")
    int processes() default 0;

    @AttributeDefinition(
        description = "How many seconds an answer may take, 1 to 86400",
        min = "1",
        max = "86400")
    int timeout() default 600;
  }

  private final ProgramPool programs;

  /** Is called by the component runtime. */
  @Activate
  public ExternalArchitecture(Config config) {
    this(List.of(config.command()), config.processes(), config.timeout());
  }

  /**
   * Makes the architecture. No program is started yet.
   *
   * @param command the program and its arguments
   * @param processes how many programs models share; 0 for one for each model
   * @param timeout how many seconds an answer may take, at least 1
   * @throws IllegalArgumentException if the command is empty, or a number out of range
   */
  public ExternalArchitecture(List<String> command, int processes, int timeout) {
    if (processes < 0 || timeout < 1) {
      throw new IllegalArgumentException(
          "processes is 0 or more and timeout 1 or more, not " + processes + " and " + timeout);
    }
    this.programs = new ProgramPool(new Command(command), processes, timeout);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the program cannot be started or does not answer as it should;
   *     so do all methods of models
   */
  @Override
  public Model create(Shape input, int classes, RandomGenerator random) {
    return ExternalModel.create(programs, input, classes, random.nextLong());
  }

  /** Ends all programs. */
  @Override
  @Deactivate
  public void close() {
    stop();
  }

  /**
   * Ends all programs.
   *
   * @return whether they ended by themselves when their input did; else they were killed
   */
  public boolean stop() {
    return programs.stop();
  }
}
