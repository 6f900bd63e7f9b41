package org.limbeck.cli.data;

import java.util.List;
import org.limbeck.datasets.catalog.KnownDataset;
import picocli.CommandLine;

/**
 * The datasets that a person can name.
 *
 * @param datasets all of them
 */
record DatasetChoice(List<KnownDataset> datasets) {

  /**
   * Returns the dataset of a name.
   *
   * @param command whose argument the name is
   * @throws CommandLine.ParameterException if there is none
   */
  KnownDataset named(String name, CommandLine command) {
    return datasets.stream()
        .filter(dataset -> dataset.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new CommandLine.ParameterException(command, unknown(name)));
  }

  private String unknown(String name) {
    return "There is no dataset '"
        + name
        + "'; choose one of "
        + String.join(", ", datasets.stream().map(KnownDataset::name).toList());
  }
}
