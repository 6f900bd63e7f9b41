package org.limbeck.architectures.dl4j;

import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
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

/**
 * A user's own network: a configuration of DL4J, whose weights are drawn as it says, or a model
 * that DL4J or Keras has saved, whose weights are the start. It takes one input and ends in a
 * softmax. Losses, updater and regularisation of the file do not count.
 */
@ArchitecturePlugin(name = "dl4j-network")
@Designate(ocd = FileNetwork.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FileNetwork implements Architecture {

  @ObjectClassDefinition(
      name = "Network from a file, on DL4J",
      description =
          "A network of your own: a DL4J configuration (JSON), a model saved by DL4J (zip) or by "
              + "Keras 2 (HDF5).")
  @interface Config {
    @AttributeDefinition(description = "The file, seen from where Limbeck was started")
    String file();
  }

  private final NetworkFile file;
  private NetworkDefinition blueprint;

  @Activate
  public FileNetwork(Config config) {
    this(config.file());
  }

  /**
   * Makes the architecture.
   *
   * @throws IllegalArgumentException if there is no such file or it cannot be read
   */
  FileNetwork(String file) {
    this.file = new NetworkFile(file);
  }

  @Override
  public Model create(Shape input, int classes, RandomGenerator random) {
    NativeCode.require();
    NetworkDefinition blueprint = blueprint();
    ComputationGraphConfiguration configuration = blueprint.configuration().clone();
    try {
      RowLayout row = InputLayout.layout(configuration, input);
      SoftmaxRemoval.cutSoftmax(configuration);
      NetworkSize.require(configuration);
      GraphNetwork network = GraphNetwork.of(configuration, blueprint.weights(), random);
      Dl4jNetworkModel model = new Dl4jNetworkModel(network, classes, row);
      try {
        TrialPass.run(network, row, input, classes);
      } catch (IllegalArgumentException | OutOfMemoryError e) {
        model.close();
        throw e;
      }
      return model;
    } catch (RuntimeException e) {
      throw file.refusal(ExceptionSummary.of(e));
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw file.refusal(ExceptionSummary.ofLackOfMemory(e));
    }
  }

  private synchronized NetworkDefinition blueprint() {
    if (blueprint == null) {
      blueprint = file.read();
    }
    return blueprint;
  }
}
