package org.limbeck.datasets.rows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.api.privatedata.GrowingDataset;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.datasets.catalog.SourceVersion;

/**
 * The rows of one device, all of them private. Read when they are first asked for, so that who only
 * wants to know what rows look like does without them.
 */
public abstract class OwnDataset implements GrowingDataset {
  private final OwnSource source;
  private final List<Path> places;
  private Read read;

  private record Read(String version, Table training, Table test) {}

  /**
   * Makes a dataset.
   *
   * @param source reads rows
   * @param place where those of the device are
   * @param testPlace where the rows to test on are; if empty, there are none
   */
  protected OwnDataset(OwnSource source, String place, String testPlace) {
    this.source = source;
    this.places =
        testPlace.isEmpty() ? List.of(Path.of(place)) : List.of(Path.of(place), Path.of(testPlace));
  }

  @Override
  public final Shape shape() {
    return source.shape();
  }

  @Override
  public final int classes() {
    return source.classNames().size();
  }

  @Override
  public final LabelledRows training() {
    return read().training();
  }

  @Override
  public final LabelledRows test() {
    return read().test();
  }

  @Override
  public final Optional<Preprocessing> preprocessing() {
    return Optional.of(
        new Preprocessing(
            source.shape(), source.none().columns(), source.classNames(), source.comment()));
  }

  @Override
  public final List<String> notices() {
    return source.notices();
  }

  @Override
  public final String version() {
    return read().version();
  }

  @Override
  public final String latestVersion() {
    return SourceVersion.of(places);
  }

  /** The version is taken first: what comes while rows are read is another version. */
  private synchronized Read read() {
    if (read == null) {
      String version = latestVersion();
      Table training = source.read(places.get(0));
      Table test = places.size() > 1 ? source.read(places.get(1)) : source.none();
      read = new Read(version, training, test);
    }
    return read;
  }
}
